//! The Python runtimes of Lambda and the dates of their lives.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};
use sha2::{Digest, Sha256};

use super::error::Error;
use super::identifiers::FunctionArn;

/// A Python runtime, such as `python3.8`.
///
/// Dates are shown, never enforced: only runtimes that the service has refused for years are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Runtime {
    Python314,
    Python313,
    Python312,
    Python311,
    Python310,
    Python39,
    Python38,
}

/// Runtimes that functions can no longer get, of other languages too; none is recommended by name ([`BLOCKED_RUNTIMES`]).
///
/// [`BLOCKED_RUNTIMES`]: super::choices::BLOCKED_RUNTIMES
const BLOCKED: [&str; 20] = [
    "dotnetcore1.0",
    "dotnetcore2.0",
    "dotnetcore2.1",
    "dotnetcore3.1",
    "go1.x",
    "java8",
    "nodejs",
    "nodejs4.3",
    "nodejs4.3-edge",
    "nodejs6.10",
    "nodejs8.10",
    "nodejs10.x",
    "nodejs12.x",
    "nodejs14.x",
    "provided",
    "python2.7",
    "python3.6",
    "python3.7",
    "ruby2.5",
    "ruby2.7",
];

impl Runtime {
    /// Every runtime a function can have, newest first.
    pub const ALL: [Self; 7] = [
        Self::Python314,
        Self::Python313,
        Self::Python312,
        Self::Python311,
        Self::Python310,
        Self::Python39,
        Self::Python38,
    ];

    /// The identifier in the API: `python3.8`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Python314 => "python3.14",
            Self::Python313 => "python3.13",
            Self::Python312 => "python3.12",
            Self::Python311 => "python3.11",
            Self::Python310 => "python3.10",
            Self::Python39 => "python3.9",
            Self::Python38 => "python3.8",
        }
    }

    /// The name in the console: `Python 3.8`.
    #[must_use]
    pub fn name(self) -> String {
        self.id().replacen("python", "Python ", 1)
    }

    /// When the runtime is deprecated: no longer offered, still created and invoked.
    #[must_use]
    pub fn deprecation(self) -> Date {
        match self {
            Self::Python314 | Self::Python313 => date(2029, 6, 30),
            Self::Python312 => date(2028, 10, 31),
            Self::Python311 => date(2027, 6, 30),
            Self::Python310 => date(2026, 10, 31),
            Self::Python39 => date(2025, 12, 15),
            Self::Python38 => date(2024, 10, 14),
        }
    }

    /// When the service stops creating functions with it, where that is announced.
    #[must_use]
    pub fn create_block(self) -> Option<Date> {
        matches!(self, Self::Python310 | Self::Python39 | Self::Python38)
            .then_some(date(2027, 2, 1))
    }

    /// Whether error payloads carry the request id, as they do from Python 3.9 on.
    #[must_use]
    pub fn reports_request_id(self) -> bool {
        self != Self::Python38
    }

    /// Whether versions can start from a snapshot, as they can from Python 3.12 on.
    #[must_use]
    pub fn supports_snap_start(self) -> bool {
        matches!(self, Self::Python312 | Self::Python313 | Self::Python314)
    }

    /// The ARN of the runtime's version; its digest only looks like the service's and is the same for a runtime.
    #[must_use]
    pub fn version_arn(self) -> String {
        let digest = Sha256::digest(self.id())
            .iter()
            .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        format!("arn:aws:lambda:{}::runtime:{digest}", FunctionArn::REGION)
    }

    /// Reads the member `runtime` of a request.
    ///
    /// # Errors
    ///
    /// The service's errors for a blocked and for an unknown runtime; case matters.
    pub(super) fn accept(text: &str) -> Result<Self, Error> {
        if BLOCKED.contains(&text) {
            return Err(Error::invalid_parameter(format!(
                "The runtime parameter of {text} is no longer supported for creating or updating \
                 AWS Lambda functions. We recommend you use a supported runtime while creating or \
                 updating functions."
            )));
        }
        text.parse().map_err(|UnknownRuntime| {
            Error::invalid_parameter(format!(
                "Value {text} at 'runtime' failed to satisfy constraint: Member must satisfy enum \
                 value set: [{}] or be a valid ARN",
                Self::ALL.map(Self::id).join(", ")
            ))
        })
    }
}

/// The text names no runtime that is played here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownRuntime;

impl FromStr for Runtime {
    type Err = UnknownRuntime;

    fn from_str(text: &str) -> Result<Self, UnknownRuntime> {
        Self::ALL
            .into_iter()
            .find(|runtime| runtime.id() == text)
            .ok_or(UnknownRuntime)
    }
}

impl fmt::Display for Runtime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blocked_runtime_is_named_as_no_longer_supported() {
        assert_eq!(
            Runtime::accept("python3.7").unwrap_err().to_string(),
            "The runtime parameter of python3.7 is no longer supported for creating or updating \
             AWS Lambda functions. We recommend you use a supported runtime while creating or \
             updating functions."
        );
    }

    #[test]
    fn a_blocked_runtime_of_another_language_is_told_so_and_one_in_use_is_not_offered() {
        let refused = |text: &str| Runtime::accept(text).unwrap_err().to_string();
        for text in ["nodejs14.x", "go1.x", "java8", "provided", "ruby2.7"] {
            let blocked = format!("The runtime parameter of {text} is no longer supported for");
            assert!(refused(text).starts_with(&blocked), "{}", refused(text));
        }
        for text in ["nodejs24.x", "java8.al2", "provided.al2"] {
            let unknown = format!("Value {text} at 'runtime' failed");
            assert!(refused(text).starts_with(&unknown), "{}", refused(text));
        }
    }

    #[test]
    fn a_runtime_in_the_wrong_case_is_unknown() {
        let error = Runtime::accept("PYTHON3.9").unwrap_err().to_string();
        assert!(error.starts_with("Value PYTHON3.9 at 'runtime' failed to satisfy constraint: "));
    }

    #[test]
    fn python_3_8_is_deprecated_and_still_accepted() {
        let runtime = Runtime::accept("python3.8").unwrap();
        assert_eq!(runtime.name(), "Python 3.8");
        assert_eq!(runtime.deprecation().to_string(), "2024-10-14");
        assert!(!runtime.reports_request_id());
    }
}
