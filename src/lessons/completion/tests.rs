use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// The letters of the alphabet, as a teacher may type them.
const LETTERS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn completions() -> impl Strategy<Value = Completion> {
    let step = prop::sample::select(vec![None, Some(Ended::Done), Some(Ended::Skipped)]);
    prop::sample::select(LESSONS.to_vec()).prop_flat_map(move |lesson| {
        let steps = prop::collection::vec(step.clone(), lesson.steps.len());
        steps.prop_map(move |steps| Completion { lesson, steps })
    })
}

fn done() -> Completion {
    Completion {
        lesson: LESSONS[0],
        steps: vec![Some(Ended::Done); LESSONS[0].steps.len()],
    }
}

#[track_caller]
fn check(code: &str, name: &str, seed: &str, expect: Result<(), &str>) {
    let found = Completion::check(code, name, &Seed::new(seed));
    let found = found.map(|it| assert_eq!(it, done()));
    assert_eq!(
        found.map_err(|it| it.to_string()),
        expect.map_err(str::to_owned)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_code_tells_what_was_done(
        completion in completions(), name in "\\PC{0,30}", seed in "\\PC{0,10}",
    ) {
        let seed = Seed::new(&seed);
        let code = completion.code(&name, &seed);
        prop_assert!(code.len() <= 29, "{}", code);
        prop_assert_eq!(Completion::check(&code, &name, &seed), Ok(completion));
    }

    #[test]
    fn a_wrong_character_is_noticed(
        completion in completions(), place in any::<prop::sample::Index>(), step in 1..32_usize,
    ) {
        let seed = Seed::new("7f3a");
        let mut code = completion.code("Ada", &seed).replace('-', "").into_bytes();
        let place = place.index(code.len());
        let letter = LETTERS.iter().position(|it| *it == code[place]).unwrap();
        code[place] = LETTERS[(letter + step) % LETTERS.len()];
        let code = String::from_utf8(code).unwrap();
        prop_assert!(Completion::check(&code, "Ada", &seed).is_err());
    }

    #[test]
    fn whatever_is_typed_is_refused(code in "\\PC{0,40}") {
        let found = Completion::check(&code, "Ada", &Seed::default());
        prop_assert_eq!(found, Err(CompletionError::Mistyped));
    }
}

#[test]
fn a_code_is_read_as_people_type_it() {
    let code = done().code("Ada  Lovelace", &Seed::new("7f3a"));
    check(&code, "Ada Lovelace", "7f3a", Ok(()));
    check(&code.to_lowercase(), " ada lovelace", " 7f3a ", Ok(()));
    check(&code.replace('-', " "), "ADA LOVELACE", "7f3a", Ok(()));
    let alike = code.replace('0', "o").replace('1', "l");
    check(&alike, "Ada Lovelace", "7f3a", Ok(()));
}

#[test]
fn what_is_wrong_is_told() {
    let code = done().code("Ada", &Seed::new("7f3a"));
    let mistyped = Err("the code is not complete, or one of its characters is wrong");
    check("", "Ada", "7f3a", mistyped);
    check(&code[..code.len() - 1], "Ada", "7f3a", mistyped);
    check(&format!("{code}0"), "Ada", "7f3a", mistyped);
    check(&code.replacen(|_| true, "U", 1), "Ada", "7f3a", mistyped);
    check(
        &code,
        "Eve",
        "7f3a",
        Err("the code was made for another name"),
    );
    check(&code, "Ada", "", Err("the code was made with another seed"));
    let both = Err("the code was made for another name, with another seed");
    check(&code, "Eve", "8", both);
}

#[test]
fn what_was_done_is_counted() {
    let mut completion = done();
    completion.steps[0] = None;
    completion.steps[1] = Some(Ended::Skipped);
    let seed = Seed::default();
    let read = Completion::check(&completion.code("Ada", &seed), "Ada", &seed).unwrap();
    assert_eq!((read.done(), read.skipped(), read.open()), (2, 1, 1));
}

#[test]
fn a_lesson_that_was_never_opened_is_open() {
    let completion = Completion::of(LESSONS[0], None);
    assert_eq!(completion.open(), LESSONS[0].steps.len());
}

#[test]
fn no_two_lessons_are_told_by_the_same_bytes() {
    let digests: BTreeSet<_> = LESSONS.iter().map(|lesson| lesson.digest()).collect();
    assert_eq!(digests.len(), LESSONS.len());
}
