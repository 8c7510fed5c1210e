//! How long the service's core takes with few and with many versions: `cargo bench --bench service`.

#![expect(clippy::unwrap_used, reason = "a bench may panic")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::rc::Rc;

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use jiff::Timestamp;
use lambda_playground::lambda::{
    Change, CloudDelays, CreateAlias, CreateFunction, DeleteAlias, DeleteFunction, Files,
    GetFunctionConfiguration, Invoke, ListVersionsByFunction, Moment, Operation, PublishVersion,
    Service, Settings, UpdateAlias, UpdateFunctionConfiguration, zip_files,
};
use lambda_playground::traffic::{Seed, Stream};

const VERSIONS: [u64; 3] = [10, 1_000, 100_000];

/// A service with the function `fn`, and the moments its operations happen at.
#[derive(Clone)]
struct World {
    service: Service,
    /// How many there are between two rounds of a bench.
    versions: u64,
    operations: u64,
}

impl World {
    /// So many versions that differ in their descriptions, and the alias `live` for the first two.
    fn with_versions(versions: u64) -> Self {
        let mut world = Self {
            service: Service::new(CloudDelays::None),
            versions,
            operations: 0,
        };
        let files = Files::from([("index.py".to_owned(), Rc::from(*b"def handler(): ..."))]);
        let create = CreateFunction {
            function_name: Some("fn".into()),
            zip_file: Some(zip_files(&files).unwrap()),
            settings: Settings {
                runtime: Some("python3.12".into()),
                handler: Some("index.handler".into()),
                role: Some("arn:aws:iam::123456789012:role/exec".into()),
                ..Settings::default()
            },
            ..CreateFunction::default()
        };
        world.apply(create);
        for _ in 0..versions {
            world.publish();
        }
        let alias = CreateAlias {
            function_name: "fn".into(),
            name: Some("live".into()),
            function_version: Some("1".into()),
            weights: [("2".to_owned(), Some(0.5))].into(),
            ..CreateAlias::default()
        };
        world.apply(alias);
        world
    }

    fn apply(&mut self, operation: impl Into<Operation>) {
        let moment = self.moment();
        black_box(self.service.apply(operation.into(), moment)).unwrap();
    }

    fn moment(&mut self) -> Moment {
        self.operations += 1;
        let mut entropy = [0; 32];
        entropy[..8].copy_from_slice(&self.operations.to_le_bytes());
        Moment {
            at: Timestamp::UNIX_EPOCH,
            entropy,
        }
    }

    /// Changes the configuration and publishes it.
    fn publish(&mut self) {
        self.apply(UpdateFunctionConfiguration {
            function_name: "fn".into(),
            settings: Settings {
                description: Some(self.operations.to_string()),
                ..Settings::default()
            },
            ..UpdateFunctionConfiguration::default()
        });
        self.apply(PublishVersion {
            function_name: "fn".into(),
            ..PublishVersion::default()
        });
    }

    fn publish_and_delete(&mut self) {
        self.publish();
        let function = self.service.functions().next().unwrap();
        let newest = function.versions().next_back().unwrap();
        let number = newest.number().to_string();
        self.apply(DeleteFunction {
            function_name: "fn".into(),
            qualifier: Some(number),
        });
    }

    fn update_alias(&mut self) {
        self.apply(UpdateAlias {
            function_name: "fn".into(),
            name: "live".into(),
            function_version: Some("1".into()),
            weights: Some([("2".to_owned(), Some(0.1))].into()),
            ..UpdateAlias::default()
        });
    }

    fn create_and_delete_alias(&mut self) {
        self.apply(CreateAlias {
            function_name: "fn".into(),
            name: Some("next".into()),
            function_version: Some("2".into()),
            ..CreateAlias::default()
        });
        self.apply(DeleteAlias {
            function_name: "fn".into(),
            name: "next".into(),
        });
    }

    fn get_by_alias(&mut self) {
        self.apply(GetFunctionConfiguration {
            function_name: "fn".into(),
            qualifier: Some("live".into()),
        });
    }

    fn list(&mut self, marker: Option<&str>) {
        self.apply(ListVersionsByFunction {
            function_name: "fn".into(),
            marker: marker.map(str::to_owned),
            ..ListVersionsByFunction::default()
        });
    }

    fn list_last(&mut self) {
        let marker = self.versions.saturating_sub(49).max(1);
        self.list(Some(&marker.to_string()));
    }

    fn invoke(&mut self) {
        let moment = self.moment();
        let draw = if self.operations.is_multiple_of(2) {
            0.1
        } else {
            0.9
        };
        let invoke = Invoke {
            function_name: "fn".into(),
            qualifier: Some("live".into()),
            ..Invoke::default()
        };
        black_box(self.service.invoke(&invoke, moment, draw, &BTreeMap::new())).unwrap();
    }
}

fn core(criterion: &mut Criterion) {
    let worlds = VERSIONS.map(|versions| (versions, World::with_versions(versions)));
    let mut bench = |name: &str, run: fn(&mut World)| {
        let mut group = criterion.benchmark_group(name);
        for (versions, world) in &worlds {
            let mut world = world.clone();
            group.bench_function(BenchmarkId::from_parameter(versions), |bencher| {
                bencher.iter(|| run(&mut world));
            });
        }
        group.finish();
    };
    bench("update, publish and delete", World::publish_and_delete);
    bench("create and delete an alias", World::create_and_delete_alias);
    bench("update an alias", World::update_alias);
    bench("get by alias", World::get_by_alias);
    bench("list the first page", |world| world.list(None));
    bench("list the last page", World::list_last);
    bench("invoke a weighted alias", World::invoke);
}

fn draws(criterion: &mut Criterion) {
    let draws = Seed::new("bench").draws(Stream::Run, || [0; 32]);
    let mut index = 0;
    criterion.bench_function("draw", |bencher| {
        bencher.iter(|| {
            index += 1;
            draws.at(index)
        });
    });
}

fn replay(criterion: &mut Criterion) {
    let world = World::with_versions(1_000);
    let history = world.service.history();
    criterion.bench_function("replay 1000 versions", |bencher| {
        bencher.iter_batched(
            || {
                history
                    .iter()
                    .map(|change| Change::clone(change))
                    .collect::<Vec<_>>()
            },
            |history| Service::replay(CloudDelays::None, history),
            BatchSize::LargeInput,
        );
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).warm_up_time(std::time::Duration::from_millis(300)).measurement_time(std::time::Duration::from_secs(1));
    targets = core, draws, replay
}
criterion_main!(benches);
