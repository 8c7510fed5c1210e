//! The service: functions, versions, aliases and routing, as AWS Lambda has them.
