/** How Debian's Firefox is started, headless; Playwright drives it by WebDriver BiDi. */
export const launchOptions = {
  channel: "moz-firefox",
  executablePath: "/usr/bin/firefox-esr",
};
