/** Host and port of an address: `http://127.0.0.1:8080` → `127.0.0.1:8080`. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
