/** Hands something to the person as a file. */
export function saveFile(name: string, content: BlobPart, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = Object.assign(document.createElement("a"), { href: address, download: fileName(name) });
  link.click();
  // The browser has taken the address over when the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address));
}

/** Without what file systems refuse. */
export function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, "_").trim() || "export";
}
