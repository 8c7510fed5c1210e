//! The one public error of the service.

use std::fmt;

use super::identifiers::ParseError;

/// An answer of the service that is not a success: its exception name, status and exact text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: ErrorCode,
    message: Option<String>,
    type_absent: bool,
}

/// The name of an exception, as it stands in the header `x-amzn-ErrorType`.
#[expect(clippy::enum_variant_names, reason = "these are the service's names")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ErrorCode {
    AccessDeniedException,
    InvalidParameterValueException,
    InvalidRequestContentException,
    PolicyLengthExceededException,
    PreconditionFailedException,
    ProvisionedConcurrencyConfigNotFoundException,
    RequestEntityTooLargeException,
    ResourceConflictException,
    ResourceNotFoundException,
    SerializationException,
    ServiceException,
    TooManyRequestsException,
    UnknownOperationException,
    ValidationException,
}

impl Error {
    pub(super) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: Some(message.into()),
            type_absent: false,
        }
    }

    /// A handful of errors were recorded without the usual `"Type": "User"`.
    pub(super) fn without_type(mut self) -> Self {
        self.type_absent = true;
        self
    }

    pub(super) fn invalid_parameter(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::InvalidParameterValueException, message)
    }

    pub(super) fn not_found(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::ResourceNotFoundException, message)
    }

    pub(super) fn conflict(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::ResourceConflictException, message)
    }

    /// The wording of most operations for a function, version or alias that is not there.
    pub(super) fn function_not_found(arn: impl fmt::Display) -> Self {
        Self::not_found(format!("Function not found: {arn}"))
    }

    /// The wording of the operations that look for an alias by its ARN.
    pub(super) fn alias_not_found(arn: impl fmt::Display) -> Self {
        Self::not_found(format!("Cannot find alias arn: {arn}"))
    }

    /// Another account's ARN is refused without a word.
    pub(super) fn access_denied() -> Self {
        Self {
            code: ErrorCode::AccessDeniedException,
            message: None,
            type_absent: true,
        }
    }

    pub(super) fn stale_revision() -> Self {
        Self::stale("GetFunction/GetAlias")
    }

    pub(super) fn stale_policy() -> Self {
        Self::stale("GetPolicy")
    }

    fn stale(api: &str) -> Self {
        Self::new(
            ErrorCode::PreconditionFailedException,
            format!(
                "The Revision Id provided does not match the latest Revision Id. \
                 Call the {api} API to retrieve the latest Revision Id"
            ),
        )
    }

    /// The 500 of an invocation whose environment went away before it answered, as when the playground is emptied.
    #[must_use]
    pub fn abandoned() -> Self {
        Self::new(
            ErrorCode::ServiceException,
            "The execution environment was ended before the function had answered.",
        )
    }

    /// The conflict of a change with the page showing an earlier state.
    #[must_use]
    pub fn not_now() -> Self {
        Self::conflict(
            "The operation cannot be performed at this time. The playground shows an earlier state.",
        )
    }

    /// The exception's name.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code.name()
    }

    /// The HTTP status the service answers with.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.code.status()
    }

    /// The service's exact text; one recorded exception has none.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The member that holds the text: its capitalisation depends on the exception.
    #[must_use]
    pub fn message_key(&self) -> &'static str {
        match self.code {
            ErrorCode::AccessDeniedException
            | ErrorCode::ResourceNotFoundException
            | ErrorCode::ServiceException => "Message",
            _ => "message",
        }
    }

    /// The value of the member `Type`, where the service sends one.
    #[must_use]
    pub fn fault(&self) -> Option<&'static str> {
        match self.code {
            ErrorCode::ValidationException
            | ErrorCode::RequestEntityTooLargeException
            | ErrorCode::SerializationException
            | ErrorCode::UnknownOperationException => None,
            _ if self.type_absent => None,
            _ => Some("User"),
        }
    }

    /// The member `Reason`, which only throttling carries.
    #[must_use]
    pub fn reason(&self) -> Option<&'static str> {
        (self.code == ErrorCode::TooManyRequestsException)
            .then_some("ReservedFunctionConcurrentInvocationLimitExceeded")
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().unwrap_or(self.code()))
    }
}

impl std::error::Error for Error {}

/// What text fails to be is told as the service tells of any invalid parameter.
impl From<ParseError> for Error {
    fn from(error: ParseError) -> Self {
        Self::invalid_parameter(error.to_string())
    }
}

impl ErrorCode {
    fn name(self) -> &'static str {
        match self {
            Self::AccessDeniedException => "AccessDeniedException",
            Self::InvalidParameterValueException => "InvalidParameterValueException",
            Self::InvalidRequestContentException => "InvalidRequestContentException",
            Self::PolicyLengthExceededException => "PolicyLengthExceededException",
            Self::PreconditionFailedException => "PreconditionFailedException",
            Self::ProvisionedConcurrencyConfigNotFoundException => {
                "ProvisionedConcurrencyConfigNotFoundException"
            }
            Self::RequestEntityTooLargeException => "RequestEntityTooLargeException",
            Self::ResourceConflictException => "ResourceConflictException",
            Self::ResourceNotFoundException => "ResourceNotFoundException",
            Self::SerializationException => "SerializationException",
            Self::ServiceException => "ServiceException",
            Self::TooManyRequestsException => "TooManyRequestsException",
            Self::UnknownOperationException => "UnknownOperationException",
            Self::ValidationException => "ValidationException",
        }
    }

    fn status(self) -> u16 {
        match self {
            Self::AccessDeniedException => 403,
            Self::ProvisionedConcurrencyConfigNotFoundException
            | Self::ResourceNotFoundException
            | Self::UnknownOperationException => 404,
            Self::ResourceConflictException => 409,
            Self::PreconditionFailedException => 412,
            Self::RequestEntityTooLargeException => 413,
            Self::TooManyRequestsException => 429,
            Self::ServiceException => 500,
            Self::InvalidParameterValueException
            | Self::InvalidRequestContentException
            | Self::PolicyLengthExceededException
            | Self::SerializationException
            | Self::ValidationException => 400,
        }
    }
}
