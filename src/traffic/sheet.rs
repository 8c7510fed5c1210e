/// The figures behind a chart: what its table shows and what is exported.
///
/// Units stand in the headings, so that cells are plain numbers; one that there is not is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub columns: Vec<String>,
    /// As many cells each as there are columns.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// A sheet without rows.
    #[must_use]
    pub fn new(columns: &[&str]) -> Self {
        Self {
            columns: columns.iter().map(ToString::to_string).collect(),
            rows: Vec::new(),
        }
    }

    /// The sheet as CSV of RFC 4180, its columns' headings first.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut text = String::new();
        for row in std::iter::once(&self.columns).chain(&self.rows) {
            let fields: Vec<String> = row.iter().map(|cell| field(cell)).collect();
            text += &fields.join(",");
            text += "\r\n";
        }
        text
    }
}

fn field(text: &str) -> String {
    if text.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], expect: &str) {
        let sheet = Sheet::new(cells);
        assert_eq!(sheet.csv(), expect);
    }

    #[test]
    fn quotes_only_what_needs_it() {
        check(&["Version", "p50 (ms)", ""], "Version,p50 (ms),\r\n");
        check(
            &["a,b", "say \"hi\"", "c"],
            "\"a,b\",\"say \"\"hi\"\"\",c\r\n",
        );
        check(&["one\ntwo"], "\"one\ntwo\"\r\n");
    }

    #[test]
    fn writes_a_line_for_each_row() {
        let mut sheet = Sheet::new(&["Version", "Share"]);
        sheet.rows.push(vec!["1".into(), "53".into()]);
        sheet.rows.push(vec!["2".into(), "47".into()]);
        assert_eq!(sheet.csv(), "Version,Share\r\n1,53\r\n2,47\r\n");
    }
}
