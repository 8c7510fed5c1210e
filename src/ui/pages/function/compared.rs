use crate::lambda::Qualifier;
use crate::ui::routes::Route;

/// Two states of a function that are compared: `$LATEST` or a version each, if they are there.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    pub before: Qualifier,
    pub after: Qualifier,
}

impl Compared {
    /// The states of an address.
    #[must_use]
    pub fn new(before: &str, after: &str) -> Self {
        Self {
            before: Qualifier::classify(before),
            after: Qualifier::classify(after),
        }
    }

    /// Where the states of a function are compared.
    #[must_use]
    pub fn route(&self, name: &str) -> Route {
        Route::Comparison {
            name: name.to_owned(),
            before: self.before.to_string(),
            after: self.after.to_string(),
        }
    }

    /// The heading of the comparison.
    #[must_use]
    pub fn title(&self) -> String {
        format!(
            "{} compared with {}",
            self.before.title(),
            self.after.words()
        )
    }
}
