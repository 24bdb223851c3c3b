/**
 * When what had the focus leaves the page (a row that opened another view, a
 * panel that closed), the region it stood in gets it, or the view: a person who
 * uses the keyboard never starts again from the top.
 */
export function keepFocus(page: Document): Disposable {
  let held: Element | null = page.activeElement;
  let regionName: string | undefined;

  const focused = (event: FocusEvent) => {
    held = event.target instanceof Element ? event.target : null;
    regionName = held?.closest<HTMLElement>("[data-region]")?.dataset["region"];
  };
  const check = () => {
    const active = page.activeElement;
    if (active !== null && active !== page.body) return;
    if (held === null || held.isConnected) return;
    held = null;
    const region = page.querySelector<HTMLElement>(`[data-region="${regionName ?? "view"}"]`);
    if (region === null || regionName === "view") focusView(page);
    else region.focus({ preventScroll: true });
  };

  const observer = new MutationObserver(check);
  observer.observe(page.body, { childList: true, subtree: true });
  page.addEventListener("focusin", focused);
  return {
    [Symbol.dispose]() {
      observer.disconnect();
      page.removeEventListener("focusin", focused);
    },
  };
}

/** The view takes the focus, or what in it wants it. */
export function focusView(page: Document): void {
  const view = page.querySelector<HTMLElement>("[data-region=view]");
  (view?.querySelector<HTMLElement>("[data-region-focus]") ?? view)?.focus({ preventScroll: true });
}
