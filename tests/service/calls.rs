//! Every request of the API that random steps are made of.

/// How often, the method, the path with its parameters, and the members of the body.
///
/// What ends in `!` is nearly always there, anything else now and then.
pub(crate) const CALLS: &[(u32, &str, &str, &str)] = &[
    (
        30,
        "POST",
        "/2015-03-31/functions",
        "FunctionName! Code! Role! Runtime! Handler! Publish Description Timeout MemorySize Environment \
         EphemeralStorage Architectures TracingConfig DeadLetterConfig LoggingConfig SnapStart Tags",
    ),
    (
        12,
        "PUT",
        "/2015-03-31/functions/{function}/code",
        "ZipFile! Publish DryRun RevisionId Architectures",
    ),
    (
        10,
        "PUT",
        "/2015-03-31/functions/{function}/configuration",
        "Role Runtime Handler Description Timeout MemorySize Environment EphemeralStorage TracingConfig \
         DeadLetterConfig LoggingConfig SnapStart RevisionId",
    ),
    (
        24,
        "POST",
        "/2015-03-31/functions/{function}/versions",
        "Description CodeSha256 RevisionId",
    ),
    (
        16,
        "POST",
        "/2015-03-31/functions/{function}/aliases",
        "Name! FunctionVersion! RoutingConfig Description",
    ),
    (
        24,
        "PUT",
        "/2015-03-31/functions/{function}/aliases/{alias}",
        "FunctionVersion RoutingConfig Description RevisionId",
    ),
    (
        6,
        "DELETE",
        "/2015-03-31/functions/{function}/aliases/{alias}",
        "",
    ),
    (2, "DELETE", "/2015-03-31/functions/{function}", ""),
    (
        8,
        "DELETE",
        "/2015-03-31/functions/{function}?Qualifier!",
        "",
    ),
    (4, "GET", "/2015-03-31/functions/{function}?Qualifier", ""),
    (
        4,
        "GET",
        "/2015-03-31/functions/{function}/configuration?Qualifier",
        "",
    ),
    (
        4,
        "GET",
        "/2015-03-31/functions/{function}/aliases/{alias}",
        "",
    ),
    (
        3,
        "GET",
        "/2015-03-31/functions?FunctionVersion&Marker&MaxItems",
        "",
    ),
    (
        3,
        "GET",
        "/2015-03-31/functions/{function}/versions?Marker&MaxItems",
        "",
    ),
    (
        3,
        "GET",
        "/2015-03-31/functions/{function}/aliases?FunctionVersion&Marker&MaxItems",
        "",
    ),
    (
        12,
        "POST",
        "/2015-03-31/functions/{function}/invocations?Qualifier!",
        "Event",
    ),
    (
        6,
        "PUT",
        "/2017-10-31/functions/{function}/concurrency",
        "ReservedConcurrentExecutions!",
    ),
    (4, "GET", "/2019-09-30/functions/{function}/concurrency", ""),
    (
        4,
        "DELETE",
        "/2017-10-31/functions/{function}/concurrency",
        "",
    ),
    (
        6,
        "POST",
        "/2015-03-31/functions/{function}/policy?Qualifier",
        "StatementId! Action! Principal!",
    ),
    (
        4,
        "POST",
        "/2015-03-31/functions/{function}/policy?Qualifier",
        "StatementId! Action! Principal! SourceArn SourceAccount EventSourceToken PrincipalOrgID \
         FunctionUrlAuthType InvokedViaFunctionUrl RevisionId",
    ),
    (
        2,
        "GET",
        "/2015-03-31/functions/{function}/policy?Qualifier",
        "",
    ),
    (
        6,
        "DELETE",
        "/2015-03-31/functions/{function}/policy/{statement}?Qualifier&RevisionId",
        "",
    ),
    (2, "POST", "/2017-03-31/tags/{resource}", "Tags!"),
    (2, "DELETE", "/2017-03-31/tags/{resource}?tagKeys!", ""),
    (2, "GET", "/2017-03-31/tags/{resource}", ""),
    (1, "GET", "/2016-08-19/account-settings", ""),
    (
        8,
        "PUT",
        "/2019-09-30/functions/{function}/provisioned-concurrency?Qualifier!",
        "ProvisionedConcurrentExecutions!",
    ),
    (
        4,
        "GET",
        "/2019-09-30/functions/{function}/provisioned-concurrency?Qualifier&List&Marker&MaxItems",
        "",
    ),
    (
        4,
        "DELETE",
        "/2019-09-30/functions/{function}/provisioned-concurrency?Qualifier!",
        "",
    ),
    (
        6,
        "POST",
        "/2021-10-31/functions/{function}/url?Qualifier",
        "AuthType! Cors InvokeMode",
    ),
    (
        4,
        "PUT",
        "/2021-10-31/functions/{function}/url?Qualifier",
        "AuthType Cors InvokeMode",
    ),
    (
        4,
        "GET",
        "/2021-10-31/functions/{function}/url?Qualifier",
        "",
    ),
    (
        4,
        "DELETE",
        "/2021-10-31/functions/{function}/url?Qualifier",
        "",
    ),
    (
        4,
        "GET",
        "/2021-10-31/functions/{function}/urls?Marker&MaxItems",
        "",
    ),
    (
        6,
        "PUT",
        "/2019-09-25/functions/{function}/event-invoke-config?Qualifier",
        "MaximumRetryAttempts! MaximumEventAgeInSeconds DestinationConfig",
    ),
    (
        8,
        "POST",
        "/2019-09-25/functions/{function}/event-invoke-config?Qualifier",
        "MaximumRetryAttempts MaximumEventAgeInSeconds! DestinationConfig",
    ),
    (
        4,
        "GET",
        "/2019-09-25/functions/{function}/event-invoke-config?Qualifier",
        "",
    ),
    (
        4,
        "DELETE",
        "/2019-09-25/functions/{function}/event-invoke-config?Qualifier",
        "",
    ),
    (
        4,
        "GET",
        "/2019-09-25/functions/{function}/event-invoke-config/list?Marker&MaxItems",
        "",
    ),
];
