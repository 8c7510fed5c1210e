use super::deed::Deed;
use super::situation::Situation;
use super::slip::Slip;
use super::texts::Facts;
use crate::lambda::{FunctionName, Operation};

/// A lesson: what it begins with, and its steps in order.
///
/// Its texts are looked up by its name: a title, a goal, and what was learned at the end.
#[derive(Debug)]
pub struct Lesson {
    /// What stands for it in addresses, in texts and in what is saved.
    pub id: &'static str,
    pub setup: Setup,
    pub steps: &'static [Step],
    /// What its texts speak of besides the function's name.
    pub facts: fn(&Situation, &mut Facts),
}

/// What there must be before the first step.
#[derive(Debug)]
pub struct Setup {
    /// The name that a function made for the lesson gets.
    pub function: &'static str,
    /// Whether a function is fit for the lesson.
    pub is_ready: fn(&Situation) -> bool,
    /// The operations that make a function that is, given its name and the variant, which is one of three.
    pub operations: fn(&FunctionName, u8) -> Vec<Operation>,
}

/// One step: what is to be reached, how it is recognised, and how it is shown.
///
/// Its texts are looked up by its name: a title, a text, hints from a nudge to the answer, and what was seen.
#[derive(Debug)]
pub struct Step {
    /// What stands for it in texts and in what is saved; no two steps of the course share it.
    pub id: &'static str,
    pub kind: Kind,
    /// Whether it is done, whatever way led there.
    pub check: fn(&Situation) -> bool,
    /// The next thing to do towards it; nothing when it is done or out of reach.
    pub show: fn(&Situation) -> Option<Deed>,
    /// What may have gone wrong, the likeliest first.
    pub slips: &'static [Slip],
}

/// What a step asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To do something.
    Act,
    /// To say how many of so many invocations the newer version will get.
    Predict { invocations: u32 },
    /// To fire so many invocations through a weighted alias: where they were asked about in the step before, just so many
    /// in one run, which is held against the guess.
    Run { invocations: u32 },
}

/// A lesson is the one of its name.
impl PartialEq for Lesson {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Lesson {
    /// One of its steps.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&'static Step> {
        self.steps.iter().find(|step| step.id == id)
    }
}
