use super::situation::Situation;

/// Something that commonly goes wrong in a step, recognised and named.
#[derive(Debug)]
pub struct Slip {
    /// What stands for it in texts.
    pub id: &'static str,
    /// Whether it has happened, and is what stands in the way now.
    pub fits: fn(&Situation) -> bool,
}
