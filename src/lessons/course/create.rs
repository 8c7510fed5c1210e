use crate::lambda::{Operation, Qualifier};
use crate::lessons::deed::{self, Deed};
use crate::lessons::{Kind, Lesson, Setup, Situation, Slip, Step};

/// What the first version says.
pub(super) const ONE: &str = "this is version one.";

/// Create, deploy, test.
pub(super) static LESSON: Lesson = Lesson {
    id: "create",
    setup: Setup {
        function: "lambda-version-demo",
        // Whatever has versions is past this lesson.
        is_ready: |it| it.versions().next().is_none(),
        operations: |_, _| Vec::new(),
    },
    steps: &[
        Step {
            id: "create-function",
            kind: Kind::Act,
            check: |it| it.function().is_some(),
            show: create,
            slips: &[Slip {
                id: "name-refused",
                // Which function it is about is not to be had from a name that is none.
                fits: |it| {
                    let mut refusals = it.seen.refusals().iter();
                    refusals.any(|refusal| {
                        refusal.attempt.operation == "CreateFunction" && it.is_latest(refusal)
                    })
                },
            }],
        },
        Step {
            id: "deploy-code",
            kind: Kind::Act,
            check: |it| it.code_holds(&Qualifier::Latest, ONE),
            show: |it| create(it).or_else(|| Some(deploy(it))),
            slips: &[
                NO_FUNCTION,
                EDITED_AND_TESTED,
                Slip {
                    id: "deployed-other-text",
                    fits: |it| deployed_other_than(it, ONE),
                },
            ],
        },
        Step {
            id: "save-event",
            kind: Kind::Act,
            // Whoever goes back to the step has an event already, and saves one again.
            check: |it| {
                let has_event = !it.chosen && !it.workspace.events.is_empty();
                it.function().is_some() && (has_event || it.seen.has_saved_event(it.function_name))
            },
            show: |it| {
                let save = || Deed::SaveEvent {
                    function: it.function_name.clone(),
                    name: "first".to_owned(),
                };
                create(it).or_else(|| Some(save()))
            },
            slips: &[NO_FUNCTION],
        },
        Step {
            id: "test-function",
            kind: Kind::Act,
            check: |it| it.answered(&Qualifier::Latest, ONE),
            show: |it| {
                let test = || Deed::Test(it.function_name.clone(), Qualifier::Latest);
                let is_deployed = it.code_holds(&Qualifier::Latest, ONE);
                let deploy = || (!is_deployed).then(|| deploy(it));
                create(it).or_else(deploy).or_else(|| Some(test()))
            },
            slips: &[
                NO_FUNCTION,
                EDITED_AND_TESTED,
                Slip {
                    id: "other-text",
                    fits: |it| it.invocations(&Qualifier::Latest) > 0,
                },
            ],
        },
    ],
    facts: |_, _| {},
};

/// The function was not created, or is gone.
const NO_FUNCTION: Slip = Slip {
    id: "no-function",
    fits: |it| it.function().is_none(),
};

/// Creates the function, unless it is there.
fn create(it: &Situation) -> Option<Deed> {
    let source = deed::saying("Hello from Lambda!");
    let create = || Deed::apply(deed::create(it.function_name, &source));
    it.function().is_none().then(create)
}

fn deploy(it: &Situation) -> Deed {
    Deed::apply(deed::deploy(it.function_name, &deed::saying(ONE)))
}

/// Whether code was deployed since the step began, and `$LATEST` does not hold a text.
pub(super) fn deployed_other_than(it: &Situation, text: &str) -> bool {
    let mut operations = it.operations();
    let is_deployed = operations.any(|operation| match operation {
        Operation::UpdateFunctionCode(update) => it.is_own(&update.function_name),
        _ => false,
    });
    is_deployed && !it.code_holds(&Qualifier::Latest, text)
}

/// A test ran the code from before the edit, which was never deployed.
pub(super) const EDITED_AND_TESTED: Slip = Slip {
    id: "edited-without-deploying",
    fits: |it| !it.workspace.drafts.is_empty() && it.invocations(&Qualifier::Latest) > 0,
};
