/** Always a download, under its own (Vietnamese) name: RFC 6266 with the encoding of RFC 8187. */
export function asDownload(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}
