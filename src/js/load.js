/**
 * Loads one of the page's own modules, by the name it has in the page's list of assets.
 *
 * @param {string} name
 * @returns {Promise<unknown>}
 */
export async function load(name) {
  /** @type {Record<string, string>} */
  const assets = JSON.parse(document.getElementById("assets")?.textContent ?? "{}");
  const file = assets[name];
  if (file === undefined) {
    throw new Error(`The page has no asset called ${name}.`);
  }
  return import(new URL(file, document.baseURI).href);
}
