use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::{Map, Value};
use walkdir::WalkDir;

use crate::project::Project;

/// The style sheet that names the tokens, each as `token(name)` or `token(name, density)`.
const SHEET: &str = "static/tokens.css";

/// Cloudscape's tokens, as npm installs them for the page.
const TOKENS: &str = "node_modules/@cloudscape-design/design-tokens/index-visual-refresh.json";

/// Where style sheets' variables are used: in other style sheets, and in what charts are told.
const USERS: [(&str, &str); 3] = [("static", "css"), ("src/ui", "rs"), ("src/js", "js")];

/// Writes `static/tokens.css` to `target` with the value of each token that it names.
///
/// # Errors
///
/// Fails where there is no such token, where a variable is used that no style sheet defines, and where the sheet defines
/// one that nothing uses.
pub(crate) fn write(project: &Project, target: &Path) -> Result<()> {
    let tokens = Tokens::parse(&read(&project.js().join(TOKENS))?)?;
    let sheet = read(&project.root.join(SHEET))?;
    let filled = tokens.fill(&sheet).context(SHEET)?;
    check_variables(&sources(&project.root)?)?;
    fs::write(target, filled).with_context(|| format!("{} cannot be written", target.display()))
}

/// The published tokens by their names.
struct Tokens(Map<String, Value>);

impl Tokens {
    fn parse(json: &str) -> Result<Self> {
        let mut published: Value = serde_json::from_str(json)?;
        match published.get_mut("tokens").map(Value::take) {
            Some(Value::Object(tokens)) => Ok(Self(tokens)),
            _ => bail!("the published design tokens have another form than they used to"),
        }
    }

    /// Replaces each `token(…)` of a style sheet.
    fn fill(&self, sheet: &str) -> Result<String> {
        let mut pieces = sheet.split("token(");
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (arguments, rest) = piece.split_once(')').context("a `token(` has no end")?;
            let mut arguments = arguments.split(',').map(str::trim);
            let name = arguments.next().unwrap_or_default();
            filled += &self.value(name, arguments.next())?;
            filled += rest;
        }
        Ok(filled)
    }

    /// Returns the value of a token in CSS: a colour with one for each mode, a size for the density that is asked for.
    fn value(&self, name: &str, density: Option<&str>) -> Result<String> {
        let token = self.0.get(name);
        let token = token.with_context(|| format!("Cloudscape has no token `{name}`"))?;
        let value = &token["$value"];
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let variant = |name: &str| value.get(name).and_then(Value::as_str);
        let found = match (density, variant("light"), variant("dark")) {
            (Some(density), None, None) => variant(density).map(str::to_owned),
            (None, Some(light), Some(dark)) if name.starts_with("color-") => {
                Some(by_mode(light, dark))
            }
            (None, Some(light), Some(dark)) => by_mode_word_by_word(light, dark),
            (None, None, None) => match (variant("compact"), variant("comfortable")) {
                (Some(compact), Some(comfortable)) if compact == comfortable => {
                    Some(compact.to_owned())
                }
                (Some(_), Some(_)) => {
                    bail!("`token({name})` has to say `compact` or `comfortable`")
                }
                _ => text(value),
            },
            _ => None,
        };
        found.with_context(|| format!("the token `{name}` has a form that is not known"))
    }
}

/// Words a colour that may differ between light and dark.
fn by_mode(light: &str, dark: &str) -> String {
    if light == dark {
        light.to_owned()
    } else {
        format!("light-dark({light}, {dark})")
    }
}

/// Words a shadow, whose colours alone may differ: CSS has no other choice by mode within a value.
fn by_mode_word_by_word(light: &str, dark: &str) -> Option<String> {
    let split = |value: &str| -> Vec<String> {
        let words = value.replace(',', " ,");
        words.split_whitespace().map(str::to_owned).collect()
    };
    let (light, dark) = (split(light), split(dark));
    let same = |(light, dark): (&String, &String)| light == dark || light.starts_with('#');
    if light.len() != dark.len() || !light.iter().zip(&dark).all(same) {
        return None;
    }
    let words = light.iter().zip(&dark);
    let words: Vec<_> = words.map(|(light, dark)| by_mode(light, dark)).collect();
    Some(words.join(" ").replace(" ,", ","))
}

/// Sees that all variables that are used are defined, and that those of the tokens are used.
fn check_variables(sources: &[(String, String)]) -> Result<()> {
    let defined: BTreeSet<_> = sources.iter().flat_map(|(_, text)| defined(text)).collect();
    for (path, text) in sources {
        if let Some(name) = used(text).find(|name| !defined.contains(name)) {
            bail!("{path} uses {name}, which no style sheet defines");
        }
    }
    let used: BTreeSet<_> = sources.iter().flat_map(|(_, text)| used(text)).collect();
    for (path, text) in sources.iter().filter(|(path, _)| path == SHEET) {
        if let Some(name) = self::defined(text).find(|name| !used.contains(name)) {
            bail!("{path} defines {name}, which nothing uses");
        }
    }
    Ok(())
}

/// Returns the variables that lines such as `--name: value;` define.
fn defined(sheet: &str) -> impl Iterator<Item = &str> {
    let lines = sheet.lines().map(str::trim_start);
    lines
        .filter(|line| line.starts_with("--"))
        .filter_map(|line| Some(line.split_once(':')?.0))
}

/// Returns the variables that `var(--name)` uses.
fn used(text: &str) -> impl Iterator<Item = &str> {
    let names = text.split("var(").skip(1);
    names
        .filter_map(|rest| rest.split([')', ',']).next())
        .filter(|name| name.starts_with("--"))
}

/// Reads what may define and use variables, with the paths from the root.
fn sources(root: &Path) -> Result<Vec<(String, String)>> {
    let mut sources = Vec::new();
    for (folder, ending) in USERS {
        let own = |entry: &walkdir::DirEntry| entry.file_name() != "node_modules";
        for entry in WalkDir::new(root.join(folder))
            .sort_by_file_name()
            .into_iter()
            .filter_entry(own)
        {
            let path = entry?.into_path();
            if path.extension().is_some_and(|found| found == ending) {
                let name = path.strip_prefix(root)?.to_string_lossy().into_owned();
                sources.push((name, read(&path)?));
            }
        }
    }
    Ok(sources)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r##"{ "tokens": {
        "border-width-field": { "$value": "1px" },
        "color-text": { "$value": { "light": "#0f141a", "dark": "#c6c6cd" } },
        "color-border": { "$value": { "light": "#8c8c94", "dark": "#8c8c94" } },
        "color-veil": { "$value": { "light": "rgba(0, 0, 0, 0.7)", "dark": "rgba(9, 9, 9, 0.7)" } },
        "shadow": { "$value": { "light": "0px 1px #e9ebed, 0px 6px #00071a", "dark": "0px 1px #192534, 0px 6px #00040c" } },
        "shadow-odd": { "$value": { "light": "0px 1px #e9ebed", "dark": "0px 2px #192534" } },
        "size-field": { "$value": { "comfortable": "32px", "compact": "28px" } },
        "space-s": { "$value": { "comfortable": "12px", "compact": "12px" } }
    } }"##;

    #[track_caller]
    fn check(sheet: &str, expect: Result<&str, &str>) {
        let filled = Tokens::parse(JSON).unwrap().fill(sheet);
        let filled = filled.map_err(|error| error.to_string());
        assert_eq!(filled.as_deref().map_err(String::as_str), expect);
    }

    #[track_caller]
    fn check_use(sheet: &str, other: &str, expect: Result<(), &str>) {
        let sources = [(SHEET, sheet), ("static/other.css", other)];
        let sources = sources.map(|(path, text)| (path.to_owned(), text.to_owned()));
        let result = check_variables(&sources).map_err(|error| error.to_string());
        assert_eq!(
            result.as_ref().map_err(String::as_str),
            expect.as_ref().map_err(|text| *text)
        );
    }

    #[test]
    fn what_names_no_token_stays_as_it_is() {
        check(":root { --a: 1px; }", Ok(":root { --a: 1px; }"));
    }

    #[test]
    fn a_colour_has_one_value_for_each_mode() {
        check(
            "--text: token(color-text);",
            Ok("--text: light-dark(#0f141a, #c6c6cd);"),
        );
        check("--line: token(color-border);", Ok("--line: #8c8c94;"));
        check(
            "token(color-veil)",
            Ok("light-dark(rgba(0, 0, 0, 0.7), rgba(9, 9, 9, 0.7))"),
        );
    }

    #[test]
    fn a_shadow_differs_in_its_colours_alone() {
        check(
            "token(shadow)",
            Ok("0px 1px light-dark(#e9ebed, #192534), 0px 6px light-dark(#00071a, #00040c)"),
        );
        check(
            "token(shadow-odd)",
            Err("the token `shadow-odd` has a form that is not known"),
        );
    }

    #[test]
    fn a_size_is_of_the_density_that_is_asked_for() {
        check("token(size-field, compact)", Ok("28px"));
        check("token(size-field, comfortable)", Ok("32px"));
        check("token(space-s)", Ok("12px"));
        check("token(border-width-field)", Ok("1px"));
        check(
            "token(size-field)",
            Err("`token(size-field)` has to say `compact` or `comfortable`"),
        );
    }

    #[test]
    fn a_token_that_is_not_published_is_named() {
        check(
            "token(color-of-money)",
            Err("Cloudscape has no token `color-of-money`"),
        );
        check("token(color-text", Err("a `token(` has no end"));
    }

    #[test]
    fn variables_are_defined_and_used() {
        check_use("--a: 1px;", ".x--b:hover { top: var(--a); }", Ok(()));
        check_use("--a: 1px;", "top: calc(2 * var(--a, 3px))", Ok(()));
        check_use(
            "--a: 1px;",
            "top: var(--a) var(--b);",
            Err("static/other.css uses --b, which no style sheet defines"),
        );
        check_use(
            "--a: 1px;\n--b: 2px;",
            "  --own: 3px;\ntop: var(--a);",
            Err("static/tokens.css defines --b, which nothing uses"),
        );
    }
}
