/** The sign of the atlas: a place, and what it is connected with. */
export function BrandSign() {
  return (
    <svg class="brand-sign" width="22" height="22" viewBox="0 0 22 22" fill="none" aria-hidden="true">
      <circle cx="9" cy="13" r="6.6" stroke="currentColor" stroke-width="2" />
      <circle cx="9" cy="13" r="2.6" fill="currentColor" />
      <path d="M13.4 8.4L17.6 4.2" stroke="currentColor" stroke-width="1.8" />
      <circle class="brand-sign__other" cx="18.4" cy="3.6" r="2.8" />
    </svg>
  );
}
