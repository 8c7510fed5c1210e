//! Function URLs: one for the function, one for each alias, and none for a version.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use serde_json::json;
use service::{ARN, World};

const URL: &str = "/2021-10-31/functions/fn/url";
const ALIAS_URL: &str = "/2021-10-31/functions/fn/url?Qualifier=live";
const URLS: &str = "/2021-10-31/functions/fn/urls";

fn create(world: &mut World, path: &str) -> service::Answer {
    world.post(path, &json!({ "AuthType": "NONE" }))
}

#[test]
fn a_url_is_created_read_changed_and_deleted() {
    let mut world = World::with_alias(1);
    let created = create(&mut world, URL).expect_status(201);
    let address = created.text("FunctionUrl");
    let time = created.text("CreationTime");
    assert_eq!(
        created.body,
        json!({
            "FunctionUrl": address,
            "FunctionArn": ARN,
            "AuthType": "NONE",
            "CreationTime": time,
        })
    );
    assert_eq!(world.get(URL).text("InvokeMode"), "BUFFERED");
    assert_eq!(time.len(), "2025-11-25T02:38:24.123456Z".len());
    let id = address
        .strip_prefix("https://")
        .and_then(|rest| rest.strip_suffix(".lambda-url.us-east-1.on.aws/"))
        .unwrap();
    assert_eq!(id.len(), 32);
    assert!(
        id.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    );

    let cors = json!({ "AllowOrigins": ["https://example.com"], "MaxAge": 5 });
    let changed = world
        .put(URL, &json!({ "AuthType": "AWS_IAM", "Cors": cors }))
        .expect_status(200);
    assert_eq!(changed.body["Cors"], cors);
    assert!(!changed.has("InvokeMode"));
    let changed = world
        .put(URL, &json!({ "InvokeMode": "RESPONSE_STREAM" }))
        .expect_status(200);
    assert_eq!(
        changed.body,
        json!({
            "FunctionUrl": address,
            "FunctionArn": ARN,
            "AuthType": "AWS_IAM",
            "Cors": cors,
            "CreationTime": time,
            "LastModifiedTime": changed.text("LastModifiedTime"),
            "InvokeMode": "RESPONSE_STREAM",
        })
    );
    assert_ne!(changed.text("LastModifiedTime"), time);
    assert_eq!(world.get(URL).expect_status(200).body, changed.body);
    world.delete(URL).expect_status(204);
    world.get(URL).expect_status(404);
}

#[test]
fn the_function_and_its_aliases_have_urls_of_their_own() {
    let mut world = World::with_alias(1);
    let own = create(&mut world, URL).text("FunctionUrl");
    let alias = create(&mut world, ALIAS_URL).expect_status(201);
    assert_eq!(alias.text("FunctionArn"), format!("{ARN}:live"));
    assert_ne!(alias.text("FunctionUrl"), own);
    let listed = world.get(URLS).expect_status(200);
    let configs = listed.body["FunctionUrlConfigs"].as_array().unwrap();
    let arns: Vec<_> = configs
        .iter()
        .map(|config| &config["FunctionArn"])
        .collect();
    assert_eq!(arns, [ARN, &format!("{ARN}:live")]);
    assert!(
        configs
            .iter()
            .all(|config| config["LastModifiedTime"].is_string())
    );

    let page = world.get(&format!("{URLS}?MaxItems=1")).expect_status(200);
    let marker = page.text("NextMarker");
    let page = world
        .get(&format!("{URLS}?Marker={marker}"))
        .expect_status(200);
    assert_eq!(page.body["FunctionUrlConfigs"].as_array().unwrap().len(), 1);

    world.delete(URL).expect_status(204);
    world.get(URL).expect_status(404);
    world.get(ALIAS_URL).expect_status(200);
}

#[test]
fn there_is_one_url_for_each() {
    let mut world = World::with_alias(1);
    for (path, arn) in [(URL, ARN.to_owned()), (ALIAS_URL, format!("{ARN}:live"))] {
        create(&mut world, path).expect_status(201);
        create(&mut world, path).expect_error(
            409,
            "ResourceConflictException",
            &format!(
                "Failed to create function url config for [functionArn = {arn}]. Error message:  \
                 FunctionUrlConfig exists for this Lambda function"
            ),
        );
    }
}

#[test]
fn versions_and_latest_have_none() {
    let mut world = World::with_alias(1);
    for qualifier in ["1", "2", "$LATEST"] {
        let message = format!(
            "1 validation error detected: Value '{qualifier}' at 'qualifier' failed to satisfy \
             constraint: Member must satisfy regular expression pattern: \
             ((?!^\\d+$)^[0-9a-zA-Z-_]+$)"
        );
        check_refused(
            &mut world,
            &format!("{URL}?Qualifier={qualifier}"),
            &message,
        );
    }
}

#[test]
fn a_name_may_carry_an_alias_and_nothing_else() {
    let mut world = World::with_alias(1);
    let path = |name: &str| format!("/2021-10-31/functions/{name}/url");
    for name in ["fn:1", "fn:$LATEST", &"n".repeat(65)] {
        let message = format!(
            "1 validation error detected: Value '{name}' at 'functionName' failed to satisfy \
             constraint: Member must satisfy regular expression pattern: \
             (arn:(aws[a-zA-Z-]*)?:lambda:)?\
             ((eusc-)?[a-z]{{2}}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{{1}}:)?(\\d{{12}}:)?(function:)?\
             ([a-zA-Z0-9-_]{{1,64}})(:((?!\\d+$)[0-9a-zA-Z-_]+))?"
        );
        check_refused(&mut world, &path(name), &message);
    }
    create(&mut world, &path("fn:live")).expect_status(201);
    create(&mut world, &path("function:fn")).expect_status(201);
    // Digits are a name where they are no qualifier.
    create(&mut world, &path("function:123")).expect_status(404);
}

#[track_caller]
fn check_refused(world: &mut World, path: &str, message: &str) {
    for answer in [
        create(world, path),
        world.get(path),
        world.put(path, &json!({})),
        world.delete(path),
    ] {
        answer.expect_error(400, "ValidationException", message);
    }
}

#[test]
fn what_is_missing_is_told_in_each_operations_own_words() {
    let nowhere = "Function does not exist";
    let missing = "The resource you requested does not exist.";
    let check = |mut world: World, path: &str, update: &str| {
        let code = "ResourceNotFoundException";
        world.get(path).expect_error(404, code, missing);
        world.delete(path).expect_error(404, code, missing);
        world.put(path, &json!({})).expect_error(404, code, update);
        world
    };
    check(World::with_alias(1), URL, missing);
    check(World::with_alias(1), ALIAS_URL, missing);
    let noalias = format!("{URL}?Qualifier=noalias");
    let mut world = check(World::with_alias(1), &noalias, nowhere);
    create(&mut world, &noalias).expect_error(404, "ResourceNotFoundException", nowhere);
    let mut world = check(World::new(), URL, nowhere);
    create(&mut world, URL).expect_error(404, "ResourceNotFoundException", nowhere);
    world
        .get(URLS)
        .expect_error(404, "ResourceNotFoundException", nowhere);
}

#[test]
fn malformed_settings_are_refused() {
    #[track_caller]
    fn check(body: &serde_json::Value, clause: &str) {
        let message = format!("1 validation error detected: {clause}");
        World::with_alias(1)
            .post(URL, body)
            .expect_error(400, "ValidationException", &message);
    }
    check(
        &json!({}),
        "Value null at 'authType' failed to satisfy constraint: Member must not be null",
    );
    check(
        &json!({ "AuthType": "OPEN" }),
        "Value 'OPEN' at 'authType' failed to satisfy constraint: Member must satisfy enum value \
         set: [NONE, AWS_IAM]",
    );
    check(
        &json!({ "AuthType": "NONE", "InvokeMode": "STREAM" }),
        "Value 'STREAM' at 'invokeMode' failed to satisfy constraint: Member must satisfy enum \
         value set: [RESPONSE_STREAM, BUFFERED]",
    );
    check(
        &json!({ "AuthType": "NONE", "Cors": { "AllowMethods": ["GET", "OPTIONS"] } }),
        "Value '[GET, OPTIONS]' at 'cors.allowMethods' failed to satisfy constraint: Member must \
         satisfy constraint: [Member must have length less than or equal to 6, Member must have \
         length greater than or equal to 0, Member must satisfy regular expression pattern: .*, \
         Member must not be null]",
    );
    check(
        &json!({ "AuthType": "NONE", "Cors": { "MaxAge": 86_401 } }),
        "Value '86401' at 'cors.maxAge' failed to satisfy constraint: Member must have value less \
         than or equal to 86400",
    );
}

#[test]
fn a_url_goes_with_its_alias_and_its_function() {
    let mut world = World::with_alias(1);
    create(&mut world, URL).expect_status(201);
    create(&mut world, ALIAS_URL).expect_status(201);
    world.delete("/fn/aliases/live").expect_status(204);
    world
        .create_alias(&json!({ "Name": "live", "FunctionVersion": "1" }))
        .expect_status(201);
    world.get(ALIAS_URL).expect_status(404);
    world.get(URL).expect_status(200);
    world.delete("/fn").expect_status(204);
    world.create("fn").expect_status(201);
    world.get(URL).expect_status(404);
}
