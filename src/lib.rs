//! Lambda Playground: AWS Lambda's versions, aliases and weighted routing in one web page.

pub mod lambda;
