const LOADED_ANEW = "maestrarr.loaded-anew";

/** The name of this page's script, which changes whenever anything of the client does. */
function build(page: Document): string {
  return page.querySelector("script[src*='/entry-']")?.getAttribute("src") ?? "";
}

/** Whether the server has other scripts by now than those of this page; false when it is silent. */
export async function isUpgraded(): Promise<boolean> {
  try {
    const answer = await fetch(document.baseURI, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return answer.ok && build(page) !== build(document);
  } catch {
    return false;
  }
}

/**
 * Fetches a script of ours. Where it is gone because the server was upgraded, the page loads anew,
 * once for each build, and nothing comes of the promise.
 *
 * @throws what `fetch` throws, when that would not help.
 */
export async function load<Value>(fetch: () => Promise<Value>): Promise<Value> {
  try {
    return await fetch();
  } catch (error) {
    const here = build(document);
    if (sessionStorage.getItem(LOADED_ANEW) === here || !(await isUpgraded())) throw error;
    sessionStorage.setItem(LOADED_ANEW, here);
    loadAnew();
    return new Promise(() => {});
  }
}

export function loadAnew(): void {
  location.reload();
}
