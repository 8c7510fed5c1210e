//! A service that is watched: every answer, and after every step the rules that hold whatever happens.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use lambda_playground::lambda::rest::{self, Call, Request, Response};
use lambda_playground::lambda::{
    Change, CloudDelays, Function, FunctionName, Invocation, Invoke, Moment, Qualifier, Service,
};
use lambda_playground::storage::{Document, Learning, Packages};
use serde_json::Value;

use crate::answers::check_answer;
use crate::service::{World, execution};
use crate::steps::Step;
use crate::values::CURRENT_REVISION;

/// A published version: the function's name, and the number.
type Published = (FunctionName, u64);

/// A service, and what was seen of it.
pub(crate) struct Watched {
    world: World,
    now: Moment,
    /// What each version answered and was made of when it could first be invoked.
    frozen: BTreeMap<Published, (Value, Rc<[u8]>)>,
    /// The highest number that each name ever gave.
    highest: BTreeMap<FunctionName, u64>,
    /// The numbers that are there.
    present: BTreeSet<Published>,
    /// Every revision that ever was, and those there are.
    revisions: BTreeSet<String>,
    current: BTreeMap<String, String>,
}

impl Watched {
    pub(crate) fn new(delays: CloudDelays) -> Self {
        let mut world = World::with_delays(delays);
        Self {
            now: world.moment(),
            world,
            frozen: BTreeMap::new(),
            highest: BTreeMap::new(),
            present: BTreeSet::new(),
            revisions: BTreeSet::new(),
            current: BTreeMap::new(),
        }
    }

    /// Takes a step, and checks what must hold then; a request is answered.
    pub(crate) fn take(&mut self, step: &Step) -> Option<Response> {
        self.now = self.world.moment();
        let answer = match step {
            Step::Settle => {
                self.world.service.settle(self.now);
                None
            }
            Step::SetDelays(delays) => {
                self.world.service.set_delays(*delays, self.now);
                None
            }
            Step::FailProvisioning(name, version) => {
                let (name, version) = (name.parse().unwrap(), version.parse().unwrap());
                self.world
                    .service
                    .fail_provisioning(&name, version, self.now);
                None
            }
            Step::Send(request, draw) => Some(self.send(request, *draw)),
        };
        self.check_functions();
        answer
    }

    /// Checks that the history makes the same service again, also once it was written down and read.
    pub(crate) fn check_replay(&mut self) {
        let service = &self.world.service;
        let changes = service.history().iter().map(|change| Change::clone(change));
        let replayed = Service::replay(service.first_delays(), changes).unwrap();
        let mut packages = Packages::new();
        let document = Document::write(
            service,
            "",
            BTreeMap::new(),
            Learning::default(),
            &mut packages,
        );
        let document = Document::from_json(&document.to_json().unwrap()).unwrap();
        let loaded = document.service(&packages).unwrap();

        let listing = self.look("/2015-03-31/functions?FunctionVersion=ALL");
        for mut again in [replayed, loaded] {
            again.pass_time(self.now.at);
            assert!(
                again == self.world.service,
                "the history makes another service"
            );
            std::mem::swap(&mut again, &mut self.world.service);
            assert_eq!(
                self.look("/2015-03-31/functions?FunctionVersion=ALL"),
                listing
            );
        }
    }

    fn send(&mut self, request: &Request, draw: f64) -> Response {
        let request = self.with_revision(request);
        let mut before = self.world.service.clone();
        before.pass_time(self.now.at);
        let (answer, allowed) = match rest::read(&request) {
            Err(error) => (rest::answer(&Err(error), self.now.request_id()), false),
            Ok(Call::Invoke(invoke)) => (self.invoke(&invoke, draw), false),
            Ok(Call::Operation(operation)) => {
                let written = rest::write(&operation);
                let again = rest::read(&written);
                assert_eq!(again, Ok(Call::Operation(operation.clone())), "{written:?}");
                let changing = operation.changes();
                let result = self.world.service.apply(operation, self.now);
                let answer = rest::answer(&result, self.now.request_id());
                (answer, changing && result.is_ok())
            }
        };
        check_answer(&request, &answer);
        if !allowed {
            self.world.service.pass_time(self.now.at);
            assert!(
                self.world.service == before,
                "{request:?} changed something"
            );
        }
        answer
    }

    /// Puts the revision that a resource has into a request that asks for it.
    fn with_revision(&mut self, request: &Request) -> Request {
        let mut request = request.clone();
        let body = String::from_utf8_lossy(&request.body).into_owned();
        let in_query = request
            .query
            .iter()
            .any(|(_, value)| value == CURRENT_REVISION);
        if !body.contains(CURRENT_REVISION) && !in_query {
            return request;
        }
        let mut look = Request {
            method: "GET".into(),
            path: request
                .path
                .replace("/code", "/configuration")
                .replace("/versions", "/configuration"),
            ..Request::default()
        };
        if let Some((policy, _)) = request.path.split_once("/policy") {
            look.path = format!("{policy}/policy");
            look.query.clone_from(&request.query);
        }
        let found = self.ask(&look)["RevisionId"]
            .as_str()
            .unwrap_or("none")
            .to_owned();
        for (_, value) in &mut request.query {
            *value = value.replace(CURRENT_REVISION, &found);
        }
        request.body = body.replace(CURRENT_REVISION, &found).into_bytes().into();
        request
    }

    fn invoke(&mut self, invoke: &Invoke, draw: f64) -> Response {
        let result = self
            .world
            .service
            .invoke(invoke, self.now, draw, &BTreeMap::new());
        let invocation = match result {
            Ok(invocation) => invocation,
            Err(error) => return rest::answer(&Err(error), self.now.request_id()),
        };
        self.check_routing(&invocation, draw);
        rest::answer_invocation(&invocation, Some(&execution("null")))
    }

    /// The version that runs is the one that was asked for, or of an alias's two the one that the draw chooses.
    fn check_routing(&mut self, invocation: &Invocation, draw: f64) {
        let arn = invocation.invoked_arn.to_string();
        let executed = invocation.executed_version.to_string();
        let name = &invocation.function;
        let qualifier = arn.rsplit_once(':').map_or("", |(_, last)| last);
        let expected = match Qualifier::classify(qualifier) {
            _ if qualifier == name.as_str() && arn.matches(':').count() == 6 => {
                "$LATEST".to_owned()
            }
            Qualifier::Alias(alias) => {
                let alias = self.look(&format!("/2015-03-31/functions/{name}/aliases/{alias}"));
                let weights = &alias["RoutingConfig"]["AdditionalVersionWeights"];
                let additional = weights
                    .as_object()
                    .and_then(|weights| weights.iter().next());
                match additional {
                    Some((version, weight)) if draw < weight.as_f64().unwrap() => version.clone(),
                    _ => alias["FunctionVersion"].as_str().unwrap().to_owned(),
                }
            }
            _ => qualifier.to_owned(),
        };
        assert_eq!(executed, expected, "{arn} with draw {draw}");
    }

    /// The body of the answer to a reading request, which takes no time.
    fn look(&mut self, url: &str) -> Value {
        self.ask(&Request::new("GET", url))
    }

    fn ask(&mut self, request: &Request) -> Value {
        let Ok(Call::Operation(operation)) = rest::read(request) else {
            return Value::Null;
        };
        assert!(!operation.changes());
        let result = self.world.service.apply(operation, self.now);
        let answer = rest::answer(&result, self.now.request_id());
        serde_json::from_slice(&answer.body).unwrap()
    }

    fn check_functions(&mut self) {
        let functions: Vec<Function> = self.world.service.functions().cloned().collect();
        let mut present = BTreeSet::new();
        let mut current = BTreeMap::new();
        for function in &functions {
            self.check_versions(function, &mut present, &mut current);
            self.check_aliases(function, &mut current);
            self.see_policies(function, &mut current);
            let latest = format!("{}:$LATEST", function.name());
            current.insert(latest, function.latest().revision().to_string());
        }
        self.frozen.retain(|version, _| present.contains(version));
        self.present = present;
        self.check_revisions(current);
    }

    /// A published version never changes, and its number was never given before.
    fn check_versions(
        &mut self,
        function: &Function,
        present: &mut BTreeSet<Published>,
        current: &mut BTreeMap<String, String>,
    ) {
        let name = function.name();
        for version in function.versions() {
            let number: u64 = version.number().to_string().parse().unwrap();
            let key = (name.clone(), number);
            if !self.present.contains(&key) {
                let highest = self.highest.insert(name.clone(), number).unwrap_or(0);
                assert!(number > highest, "{name}:{number} was given twice");
            }
            present.insert(key.clone());
            let url = format!("/2015-03-31/functions/{name}/configuration?Qualifier={number}");
            let answer = self.look(&url);
            let revision = answer["RevisionId"].as_str().unwrap().to_owned();
            current.insert(format!("{name}:{number}"), revision);
            if !version.is_pending() {
                let zip = version.configuration().code.zip();
                let now = (answer, zip);
                let frozen = self.frozen.entry(key).or_insert_with(|| now.clone());
                assert_eq!(frozen, &now, "{name}:{number} changed");
            }
        }
    }

    /// An alias leads to versions that exist, to at most two, and with a weight not to `$LATEST`.
    fn check_aliases(&mut self, function: &Function, current: &mut BTreeMap<String, String>) {
        let name = function.name();
        let exists = |version: &str| {
            version
                .parse()
                .is_ok_and(|number| function.version(number).is_some())
        };
        let listed = self.look(&format!("/2015-03-31/functions/{name}/aliases"));
        for alias in listed["Aliases"].as_array().unwrap() {
            let owner = format!("{name}:{}", alias["Name"].as_str().unwrap());
            current.insert(owner, alias["RevisionId"].as_str().unwrap().to_owned());
            let primary = alias["FunctionVersion"].as_str().unwrap();
            let Some(routing) = alias.get("RoutingConfig") else {
                assert!(primary == "$LATEST" || exists(primary), "{alias}");
                continue;
            };
            let weights = routing["AdditionalVersionWeights"].as_object().unwrap();
            assert_eq!(weights.len(), 1, "{alias}");
            for (additional, weight) in weights {
                assert!(
                    exists(primary) && exists(additional) && additional != primary,
                    "{alias}"
                );
                assert!((0.0..=1.0).contains(&weight.as_f64().unwrap()), "{alias}");
            }
        }
    }

    fn see_policies(&mut self, function: &Function, current: &mut BTreeMap<String, String>) {
        let versions = function.versions().map(|it| it.number().to_string());
        let aliases = function.aliases().map(|it| it.name().to_string());
        let queries = versions.chain(aliases).map(|it| format!("?Qualifier={it}"));
        for query in std::iter::once(String::new()).chain(queries) {
            let path = format!("/2015-03-31/functions/{}/policy{query}", function.name());
            if let Some(revision) = self.look(&path)["RevisionId"].as_str() {
                current.insert(path, revision.to_owned());
            }
        }
    }

    /// A revision is never that of anything else, nor one that was left behind.
    fn check_revisions(&mut self, current: BTreeMap<String, String>) {
        for (owner, revision) in &current {
            if self.current.get(owner) != Some(revision) {
                let new = self.revisions.insert(revision.clone());
                assert!(new, "{owner} has the revision {revision}, which has been");
            }
        }
        self.current = current;
    }
}
