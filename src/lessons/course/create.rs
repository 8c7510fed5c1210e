use crate::lambda::Qualifier;
use crate::lessons::deed::{self, Deed};
use crate::lessons::{Kind, Lesson, Setup, Slip, Step};

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
            show: |it| {
                let source = deed::saying("Hello from Lambda!");
                let create = || Deed::apply(deed::create(it.function_name, &source));
                it.function().is_none().then(create)
            },
            slips: &[Slip {
                id: "name-refused",
                fits: |it| it.refused("CreateFunction", ""),
            }],
        },
        Step {
            id: "deploy-code",
            kind: Kind::Act,
            check: |it| it.code_holds(&Qualifier::Latest, ONE),
            show: |it| {
                let deploy = deed::deploy(it.function_name, &deed::saying(ONE));
                Some(Deed::apply(deploy))
            },
            slips: &[EDITED_AND_TESTED],
        },
        Step {
            id: "save-event",
            kind: Kind::Act,
            check: |it| !it.workspace.events.is_empty(),
            show: |it| {
                Some(Deed::SaveEvent {
                    function: it.function_name.clone(),
                    name: "first".to_owned(),
                })
            },
            slips: &[],
        },
        Step {
            id: "test-function",
            kind: Kind::Act,
            check: |it| it.answered(&Qualifier::Latest, ONE),
            show: |it| Some(Deed::Test(it.function_name.clone(), Qualifier::Latest)),
            slips: &[
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

/// A test ran the code from before the edit, which was never deployed.
pub(super) const EDITED_AND_TESTED: Slip = Slip {
    id: "edited-without-deploying",
    fits: |it| !it.workspace.drafts.is_empty() && it.invocations(&Qualifier::Latest) > 0,
};
