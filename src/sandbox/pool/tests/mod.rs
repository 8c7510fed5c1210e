mod ends;
mod properties;
mod provisioned;
mod reuse;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::Duration;

use super::*;
use crate::sandbox::{EnvironmentState, Outcome};

const LIMITS: Limits = Limits {
    stock: 1,
    workers: 4,
    idle: 2,
    provisioned: 2,
};

/// What a new environment was told, and the files it found in `/tmp`.
type Start = (Specification, BTreeMap<String, Rc<[u8]>>);

/// A pool with make-believe workers: each does what it is told when the test says so.
struct Machine {
    pool: Pool,
    now: f64,
    preparing: Vec<WorkerId>,
    starting: Vec<WorkerId>,
    /// What each worker has still to run.
    calls: BTreeMap<WorkerId, Vec<Call>>,
    starts: Vec<Start>,
    workers: BTreeSet<WorkerId>,
    records: BTreeMap<JobId, Vec<(usize, Record)>>,
    closed: Vec<JobId>,
    /// The versions whose environments were given up.
    given_up: Vec<String>,
}

impl Machine {
    fn new() -> Self {
        let mut machine = Self {
            pool: Pool::new(LIMITS),
            now: 0.0,
            preparing: Vec::new(),
            starting: Vec::new(),
            calls: BTreeMap::new(),
            starts: Vec::new(),
            workers: BTreeSet::new(),
            records: BTreeMap::new(),
            closed: Vec::new(),
            given_up: Vec::new(),
        };
        machine.obey();
        machine
    }

    /// A machine with a worker in stock.
    fn prepared() -> Self {
        let mut machine = Self::new();
        machine.prepare();
        machine
    }

    fn obey(&mut self) {
        for command in self.pool.take_commands() {
            match command {
                Command::Spawn(worker) => {
                    self.workers.insert(worker);
                    self.preparing.push(worker);
                }
                Command::Start {
                    worker,
                    specification,
                    temporary,
                    timeout: _,
                } => {
                    assert!(self.workers.contains(&worker));
                    self.starting.push(worker);
                    self.starts.push((specification, temporary));
                }
                Command::Invoke { worker, calls, .. } => {
                    assert!(self.workers.contains(&worker));
                    let before = self.calls.insert(worker, calls);
                    assert!(
                        before.is_none_or(|calls| calls.is_empty()),
                        "a worker is busy"
                    );
                }
                Command::Terminate(worker) => {
                    assert!(self.workers.remove(&worker));
                    self.preparing.retain(|other| *other != worker);
                    self.starting.retain(|other| *other != worker);
                    self.calls.remove(&worker);
                }
                Command::Answer { job, index, record } => {
                    assert!(!self.closed.contains(&job));
                    self.records.entry(job).or_default().push((index, record));
                }
                Command::Close(job) => {
                    assert!(!self.closed.contains(&job));
                    self.closed.push(job);
                }
                Command::GiveUp(key) => self.given_up.push(key.version),
            }
        }
        assert!(self.workers.len() <= LIMITS.workers);
    }

    fn submit(&mut self, key: &str, calls: usize) -> JobId {
        let job = self.pool.submit(batch(key, calls), self.now);
        self.obey();
        job
    }

    fn prepare(&mut self) {
        for worker in std::mem::take(&mut self.preparing) {
            self.pool.prepared(worker, 25, self.now);
            self.obey();
        }
    }

    fn start(&mut self, outcome: Outcome) {
        let worker = self.starting.remove(0);
        self.pool.started(worker, begun(outcome), self.now);
        self.obey();
    }

    /// Has the first busy worker's call write something.
    fn write(&mut self, text: &str) {
        let busy = self.calls.iter().find(|(_, calls)| !calls.is_empty());
        self.pool.wrote(*busy.unwrap().0, text);
    }

    /// Has the first worker that starts an environment wait for a part of the playground, or go on.
    fn wait_starting(&mut self, waits: bool) {
        self.pool.waits(self.starting[0], waits, self.now);
    }

    /// Has the first busy worker do the same.
    fn wait(&mut self, waits: bool) {
        let busy = self.calls.iter().find(|(_, calls)| !calls.is_empty());
        self.pool.waits(*busy.unwrap().0, waits, self.now);
    }

    /// Has the first worker that starts an environment write something.
    fn write_starting(&mut self, text: &str) {
        self.pool.wrote(self.starting[0], text);
    }

    /// Has the first busy worker end its current call.
    fn answer(&mut self, outcome: Outcome) {
        let (worker, calls) = self
            .calls
            .iter_mut()
            .find(|(_, calls)| !calls.is_empty())
            .unwrap();
        let worker = *worker;
        let call = calls.remove(0);
        self.pool
            .answered(worker, done(outcome, &call.event), self.now);
        self.obey();
    }

    /// Has every worker do all there is to do, without a failure.
    fn run(&mut self) {
        loop {
            if self.calls.values().any(|calls| !calls.is_empty()) {
                self.answer(Outcome::Ok);
            } else if !self.starting.is_empty() {
                self.start(Outcome::Ok);
            } else if !self.preparing.is_empty() {
                self.prepare();
            } else {
                break;
            }
        }
    }

    fn pass(&mut self, milliseconds: u32) {
        for _ in 0..milliseconds / 25 {
            self.now += 25.0;
            self.pool.tick(self.now);
            self.obey();
        }
    }

    /// Lets time pass in which the page does nothing.
    fn hold_up(&mut self, milliseconds: u32) {
        self.now += f64::from(milliseconds);
        self.pool.tick(self.now);
        self.obey();
    }

    /// What came of each call of a batch: its environment, whether it started it, and how it ended.
    #[track_caller]
    fn check(&self, job: JobId, expect: &[(EnvironmentId, bool, Outcome)]) {
        let records = self
            .records
            .get(&job)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let told: Vec<_> = records
            .iter()
            .map(|(_, it)| (it.environment, it.init.is_some(), it.outcome))
            .collect();
        assert_eq!(told, expect);
        assert!(
            records
                .iter()
                .enumerate()
                .all(|(position, (index, _))| position == *index)
        );
    }

    #[track_caller]
    fn check_states(&self, expect: &[(EnvironmentId, EnvironmentState)]) {
        let states: Vec<_> = self
            .pool
            .views()
            .iter()
            .map(|it| (it.id, it.state))
            .collect();
        assert_eq!(states, expect);
    }
}

fn key(name: &str) -> EnvironmentKey {
    EnvironmentKey {
        function: "greeter".to_owned(),
        version: name.to_owned(),
        generation: String::new(),
    }
}

fn batch(version: &str, calls: usize) -> Batch {
    let specification = Specification {
        memory_size: 128,
        temporary_size: 512,
        runtime: "python3.13".to_owned(),
        handler: "lambda_function.lambda_handler".to_owned(),
        variables: BTreeMap::new(),
        package: BTreeMap::new(),
        log_stream: Rc::from(format!("[{version}]")),
        clock: 0.0,
        seed: None,
    };
    let call = |index| Call {
        request_id: format!("{version}-{index}"),
        function_arn: String::new(),
        event: Rc::from(format!("{index}")),
        timeout: Duration::from_secs(3),
        clock: 1000.0,
        client_context: None,
        trace_id: String::new(),
        seed: None,
    };
    Batch {
        key: key(version),
        lane: None,
        specify: Rc::new(move |_| specification.clone()),
        calls: (0..calls).map(call).collect(),
    }
}

fn begun(outcome: Outcome) -> Begun {
    let Done { ending, .. } = done(outcome, "init failed");
    Begun {
        ending,
        duration: Duration::from_millis(90),
        log: "importing\n".to_owned(),
        memory: 30,
    }
}

fn done(outcome: Outcome, payload: &str) -> Done {
    let mut done = Done::without_answer(outcome, Duration::from_millis(2));
    done.memory = 31;
    if matches!(outcome, Outcome::Ok | Outcome::Error) {
        payload.clone_into(&mut done.ending.payload);
    }
    done
}
