use super::report::{Report, milliseconds, percent};
use super::sheet::Sheet;
use super::statistics::BandPoint;
use crate::lambda::{Qualifier, Weight};

/// The figures behind each plot, as tables.
impl Report {
    /// Each version's share, in per cent.
    #[must_use]
    pub fn shares(&self) -> Sheet {
        let mut sheet = Sheet::new(&["Version", "Expected (%)", "Observed (%)"]);
        sheet.rows.extend(self.rows.iter().map(|row| {
            vec![
                row.version.to_string(),
                optional(row.weight.map(Weight::fraction).map(percent)),
                optional(row.share.map(percent)),
            ]
        }));
        sheet
    }

    /// The additional version's running share and the normal range, its [`Report::band`], in per cent.
    #[must_use]
    pub fn running_shares(&self, band: &[BandPoint]) -> Sheet {
        let mut sheet = Sheet::new(&[
            "Invocations",
            "Normal from (%)",
            "Normal to (%)",
            "Share (%)",
        ]);
        let shares = self.share.iter().map(|(_, share)| Some(*share));
        let shares = shares.chain(std::iter::repeat(None));
        sheet
            .rows
            .extend(band.iter().zip(shares).map(|(point, share)| {
                vec![
                    point.n.to_string(),
                    percent(point.low).to_string(),
                    percent(point.high).to_string(),
                    optional(share.map(percent)),
                ]
            }));
        sheet
    }

    /// Each version's share of each window of invocations, in per cent.
    #[must_use]
    pub fn shares_over_time(&self) -> Sheet {
        let versions = self.rows.iter().map(|row| match &row.version {
            Qualifier::Latest => format!("{} (%)", Qualifier::LATEST),
            version => format!("Version {version} (%)"),
        });
        let shares: Vec<Vec<Option<f64>>> = (0..self.rows.len())
            .map(|place| self.window_shares(place).collect())
            .collect();
        let row = |(window, name): (usize, String)| {
            let share = |of: &Vec<Option<f64>>| of.get(window).copied().flatten();
            let shares = shares.iter().map(|of| optional(share(of).map(percent)));
            std::iter::once(name).chain(shares).collect()
        };
        Sheet {
            columns: std::iter::once("Invocations".to_owned())
                .chain(versions)
                .collect(),
            rows: self
                .window_names()
                .into_iter()
                .enumerate()
                .map(row)
                .collect(),
        }
    }

    /// How long each version's handler took, in milliseconds.
    #[must_use]
    pub fn durations(&self) -> Sheet {
        let mut sheet = Sheet::new(&["Version", "p50 (ms)", "p95 (ms)", "Slowest (ms)"]);
        sheet.rows.extend(self.rows.iter().map(|row| {
            let figures = [row.p50, row.p95, row.slowest];
            std::iter::once(row.version.to_string())
                .chain(figures.map(|figure| optional(figure.map(milliseconds))))
                .collect()
        }));
        sheet
    }

    /// How many invocations of each version failed.
    #[must_use]
    pub fn errors(&self) -> Sheet {
        let mut sheet = Sheet::new(&["Version", "Succeeded", "Errors", "Error rate (%)"]);
        sheet.rows.extend(self.rows.iter().map(|row| {
            let rate = f64::from(row.errors) / f64::from(row.observed);
            vec![
                row.version.to_string(),
                (row.observed - row.errors).to_string(),
                row.errors.to_string(),
                optional((row.observed > 0).then(|| percent(rate))),
            ]
        }));
        sheet
    }
}

fn optional(figure: Option<f64>) -> String {
    figure.map(|figure| figure.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::traffic::Stage;
    use crate::traffic::testing::{report, weighted};

    #[track_caller]
    fn check(sheet: &Sheet, expect: &str) {
        assert_eq!(sheet.csv().replace("\r\n", "\n"), expect);
    }

    #[test]
    fn has_a_sheet_for_every_chart() {
        let report = report(Stage::Finished);
        check(
            &report.shares(),
            "Version,Expected (%),Observed (%)\n1,50,66.67\n2,50,33.33\n",
        );
        check(
            &report.running_shares(&report.band()),
            "Invocations,Normal from (%),Normal to (%),Share (%)\n1,0,100,0\n2,0,100,50\n3,0,100,33.33\n",
        );
        check(
            &report.shares_over_time(),
            "Invocations,Version 1 (%),Version 2 (%)\n1,100,0\n2,0,100\n3,100,0\n",
        );
        check(
            &report.durations(),
            "Version,p50 (ms),p95 (ms),Slowest (ms)\n1,10,30,30\n2,2.35,2.35,2.35\n",
        );
        check(
            &report.errors(),
            "Version,Succeeded,Errors,Error rate (%)\n1,2,0,0\n2,0,1,100\n",
        );
    }

    #[test]
    fn leaves_out_figures_that_there_are_not() {
        let report = Report::planned(Qualifier::classify("prod"), weighted(0.5), 1);
        check(
            &report.shares(),
            "Version,Expected (%),Observed (%)\n1,50,\n2,50,\n",
        );
        check(
            &report.running_shares(&report.band()),
            "Invocations,Normal from (%),Normal to (%),Share (%)\n1,0,100,\n",
        );
        check(
            &report.shares_over_time(),
            "Invocations,Version 1 (%),Version 2 (%)\n1,,\n",
        );
        check(
            &report.durations(),
            "Version,p50 (ms),p95 (ms),Slowest (ms)\n1,,,\n2,,,\n",
        );
        check(
            &report.errors(),
            "Version,Succeeded,Errors,Error rate (%)\n1,0,0,\n2,0,0,\n",
        );
    }
}
