//! The file with which a learner shows what was done: the steps, their codes, and the history that proves them.

use serde::Serialize;

use crate::lambda::{Act, Change, Service, rest};
use crate::lessons::{Completion, Ended, LESSONS, Lesson, Progress};

/// What was done in the lessons, as it is exported.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Proof {
    name: String,
    lessons: Vec<LessonProof>,
    history: Vec<ChangeProof>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LessonProof {
    lesson: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    function: Option<String>,
    /// The seed of the teacher's link.
    #[serde(skip_serializing_if = "String::is_empty")]
    seed: String,
    /// Nothing without a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    completion_code: Option<String>,
    steps: Vec<StepProof>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct StepProof {
    step: &'static str,
    /// `done` or `skipped`.
    ended: &'static str,
    at: String,
    /// How many changes the history had when the step began, and when it ended.
    changes: (usize, usize),
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ChangeProof {
    at: String,
    operation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    body: String,
}

impl Proof {
    /// Writes what somebody of that name has done.
    #[must_use]
    pub fn write(name: &str, service: &Service, progress: &Progress) -> Self {
        let lessons = LESSONS.into_iter();
        Self {
            name: name.to_owned(),
            lessons: lessons
                .filter_map(|lesson| LessonProof::write(lesson, name, progress))
                .collect(),
            history: (service.history().iter())
                .map(|change| ChangeProof::write(change))
                .collect(),
        }
    }

    /// The file's text.
    ///
    /// # Errors
    ///
    /// None that such a file could cause.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self)
    }
}

impl LessonProof {
    fn write(lesson: &'static Lesson, name: &str, progress: &Progress) -> Option<Self> {
        let progress = progress.of(lesson).filter(|it| !it.steps.is_empty())?;
        let steps = lesson.steps.iter().filter_map(|step| {
            let ended = progress.steps.get(step.id)?;
            Some(StepProof {
                step: step.id,
                ended: match ended.ended {
                    Ended::Done => "done",
                    Ended::Skipped => "skipped",
                },
                at: ended.at.to_string(),
                changes: ended.changes,
            })
        });
        Some(Self {
            lesson: lesson.id,
            function: progress.function.as_ref().map(ToString::to_string),
            seed: progress.seed.clone().unwrap_or_default(),
            completion_code: Completion::code_for(lesson, progress, name),
            steps: steps.collect(),
        })
    }
}

impl ChangeProof {
    fn write(change: &Change) -> Self {
        let at = change.moment.at.to_string();
        let Act::Operation(operation) = &change.act else {
            return Self {
                at,
                operation: "(the cloud)",
                request: None,
                body: String::new(),
            };
        };
        let mut operation = (**operation).clone();
        // The code itself is long, and its digest stands in the answer of whoever replays it.
        if let Some(zip) = operation.zip_file_mut() {
            *zip = None;
        }
        let request = rest::write(&operation);
        Self {
            at,
            operation: operation.name(),
            request: Some(format!("{} {}", request.method, request.path_and_query())),
            body: String::from_utf8_lossy(&request.body).into_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::lambda::{CloudDelays, FunctionName, Moment};
    use crate::lessons::{Workspace, World, lesson};
    use crate::traffic::Seed;

    fn world<'w>(
        service: &'w Service,
        workspace: &'w dyn Fn(&FunctionName) -> Workspace,
    ) -> World<'w> {
        World {
            service,
            workspace,
            variant: 0,
        }
    }

    #[test]
    fn what_was_done_is_written_with_the_history() {
        let lesson = lesson("create").unwrap();
        let mut service = Service::new(CloudDelays::None);
        let mut progress = Progress::default();
        let at = Timestamp::from_second(1_700_000_000).unwrap();
        let workspace = |_: &FunctionName| Workspace::default();
        let seed = Seed::new(" 7f3a ");
        progress.assign(lesson, &seed, &service);
        progress.open(Some(lesson), &world(&service, &workspace));
        let Some(crate::lessons::Deed::Apply(create)) =
            progress.judge(&world(&service, &workspace), lesson.steps[0].show)
        else {
            panic!("the first step creates a function");
        };
        let moment = Moment {
            at,
            entropy: [1; 32],
        };
        service.apply(*create, moment).unwrap();
        progress.advance(&world(&service, &workspace), at);
        progress.skip(&world(&service, &workspace), at);

        let proof = Proof::write("Ada", &service, &progress);
        let text = proof.to_json().unwrap();
        let proof: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(proof["lessons"][0]["steps"][0]["ended"], "done");
        assert_eq!(proof["lessons"][0]["steps"][1]["ended"], "skipped");
        assert_eq!(proof["history"][0]["operation"], "CreateFunction");
        let code = proof["lessons"][0]["completionCode"].as_str().unwrap();
        let checked = Completion::check(code, "ada", &seed).unwrap();
        assert_eq!((checked.done(), checked.skipped()), (1, 1));
        let nameless = Proof::write(" ", &service, &progress).to_json().unwrap();
        assert!(!nameless.contains("completionCode"), "{nameless}");
    }
}
