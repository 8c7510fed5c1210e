use std::rc::Rc;

use crate::lambda::{Configuration, Function, FunctionArn, LastUpdateStatus, Qualifier, State};

/// A function and what of it is selected: `$LATEST`, a version or an alias, which exists.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Selection {
    function: Function,
    qualifier: Qualifier,
    configuration: Rc<Configuration>,
    state: State,
    last_update_status: Option<LastUpdateStatus>,
    missing: Option<String>,
}

impl Selection {
    /// Selects what a qualifier names, or `$LATEST` without one and for one that names nothing.
    pub(super) fn new(function: Function, qualifier: Option<&str>) -> Self {
        let asked = qualifier.map(Qualifier::classify);
        let found = asked
            .as_ref()
            .and_then(|asked| Some((asked.clone(), Rc::clone(function.configuration(asked)?))));
        let missing = match (&found, asked) {
            (None, Some(asked)) => Some(asked.to_string()),
            _ => None,
        };
        let (qualifier, configuration) = found.unwrap_or_else(|| {
            (
                Qualifier::Latest,
                Rc::clone(function.latest().configuration()),
            )
        });
        let (state, last_update_status) = function
            .status(&qualifier)
            .unwrap_or_else(|| function.latest().status());
        Self {
            function,
            qualifier,
            configuration,
            state,
            last_update_status,
            missing,
        }
    }

    pub(super) fn function(&self) -> &Function {
        &self.function
    }

    pub(super) fn qualifier(&self) -> &Qualifier {
        &self.qualifier
    }

    /// The qualifier for a request: none for `$LATEST`, as the console sends it.
    pub(super) fn requested(&self) -> Option<&Qualifier> {
        (!self.is_latest()).then_some(&self.qualifier)
    }

    /// Code and settings: for an alias, those of its primary version.
    pub(super) fn configuration(&self) -> &Rc<Configuration> {
        &self.configuration
    }

    /// The state: for an alias, that of its primary version.
    pub(super) fn state(&self) -> State {
        self.state
    }

    /// How the latest update went, unless the function is still being created.
    pub(super) fn last_update_status(&self) -> Option<LastUpdateStatus> {
        self.last_update_status
    }

    /// The qualifier that was asked for and does not exist.
    pub(super) fn missing(&self) -> Option<&str> {
        self.missing.as_deref()
    }

    pub(super) fn is_latest(&self) -> bool {
        self.qualifier == Qualifier::Latest
    }

    pub(super) fn arn(&self) -> FunctionArn {
        self.function.arn(self.requested().cloned())
    }

    /// Why code and settings cannot be changed here; nothing for `$LATEST`.
    pub(super) fn frozen(&self) -> Option<String> {
        match &self.qualifier {
            Qualifier::Latest => None,
            Qualifier::Alias(name) => {
                let primary = self.function.alias(name)?.routing().primary();
                Some(match primary {
                    Qualifier::Latest => {
                        format!("{name} points at $LATEST: select $LATEST to make changes.")
                    }
                    primary => format!(
                        "{name} points at version {primary}, shown here, which never changes: \
                         select $LATEST to make changes."
                    ),
                })
            }
            version => Some(format!(
                "Version {version} never changes: select $LATEST to make changes."
            )),
        }
    }
}
