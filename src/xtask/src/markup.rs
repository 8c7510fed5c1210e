use std::collections::BTreeMap;

use anyhow::{Context as _, Result};

/// Where the page's template says that the names of its assets belong.
const ASSETS: &str = r#"<script type="application/json" id="assets">{}</script>"#;

/// What stands around the script that starts the page, as trunk writes it.
const START: [&str; 2] = ["<script type=\"module\">", "</script>"];

/// Tells the page the names of its assets.
pub(crate) fn with_assets(html: &str, names: &BTreeMap<&str, String>) -> Result<String> {
    let (before, after) = html
        .split_once(ASSETS)
        .with_context(|| format!("index.html lacks {ASSETS}"))?;
    let assets = ASSETS.replace("{}", &serde_json::to_string(names)?);
    Ok([before, &assets, after].concat())
}

/// Takes the script out that trunk writes into the page, since the page's policy allows files alone.
///
/// Returns it, and the page with the file in its place that `name` gives the script.
pub(crate) fn with_script_file(
    html: &str,
    name: impl FnOnce(&str) -> String,
) -> Result<(String, String)> {
    let [begin, end] = START;
    let (before, rest) = html
        .split_once(begin)
        .context("trunk wrote no script that starts the page")?;
    let (script, after) = rest
        .split_once(end)
        .context("trunk wrote a script without an end")?;
    let script = format!("{}\n", script.trim());
    let file = format!(
        r#"<script type="module" src="./{}"></script>"#,
        name(&script)
    );
    Ok((script, [before, &file, after].concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_told_the_names_of_its_assets() {
        let names = BTreeMap::from([
            ("worker", "worker-1.js".to_owned()),
            ("guest", "guest-2.wasm".to_owned()),
        ]);
        let html = with_assets(&format!("<head>{ASSETS}</head>"), &names).unwrap();
        assert_eq!(
            html,
            r#"<head><script type="application/json" id="assets">{"guest":"guest-2.wasm","worker":"worker-1.js"}</script></head>"#
        );
        assert!(with_assets("<head></head>", &names).is_err());
    }

    #[test]
    fn the_script_in_the_page_becomes_a_file() {
        let html = "<head>\n<script type=\"module\">\nimport 'a';\n\n</script></head>";
        let (script, html) =
            with_script_file(html, |script| format!("start-{}.js", script.len())).unwrap();
        assert_eq!(script, "import 'a';\n");
        assert_eq!(
            html,
            "<head>\n<script type=\"module\" src=\"./start-12.js\"></script></head>"
        );
        assert!(with_script_file("<head></head>", |_| String::new()).is_err());
    }
}
