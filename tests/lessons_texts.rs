//! The lessons' texts: all there, short, and easy to read. `cargo test --test lessons_texts -- --nocapture` prints the
//! reading grade of each lesson.

#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![allow(clippy::print_stdout, reason = "the grades are worth reading")]

mod lessons;

use std::collections::BTreeSet;

use lambda_playground::lessons::{Facts, LESSONS, Language, Lesson, Step, Texts};
use lessons::Rehearsal;

/// The words that a step's text may have.
const WORDS: usize = 60;

/// The Flesch-Kincaid grade that no lesson's texts exceed.
const GRADE: f64 = 8.0;

fn english() -> Texts {
    Texts::new(Language::English, None)
}

/// The facts at the beginning of a lesson, as its texts are given them.
fn facts(lesson: &Lesson) -> Facts {
    Rehearsal::prepared(lesson.id).facts()
}

fn hints(step: &Step) -> impl Iterator<Item = String> {
    let texts = english();
    let id = step.id;
    (1..)
        .map(move |number| format!("{id}.hint-{number}"))
        .take_while(move |name| texts.find(name, &Facts::default()).is_some())
}

/// The names of all messages and attributes of a language.
fn names(language: Language) -> BTreeSet<String> {
    let mut message = "";
    let mut names = BTreeSet::new();
    for line in language.source().lines() {
        let is_name = |text: &str| {
            let mut characters = text.chars();
            !text.is_empty() && characters.all(|it| it.is_ascii_alphanumeric() || it == '-')
        };
        let Some((name, _)) = line.split_once(" =") else {
            continue;
        };
        if is_name(name) {
            message = name;
            names.insert(name.to_owned());
        } else if let Some(attribute) = name.trim_start().strip_prefix('.')
            && is_name(attribute)
        {
            names.insert(format!("{message}.{attribute}"));
        }
    }
    names
}

#[test]
fn every_language_tells_all() {
    let english = names(Language::English);
    assert!(english.contains("create.goal") && english.contains("slip-kept-weight"));
    for language in Language::ALL {
        assert_eq!(names(language), english, "{language:?}");
    }
}

#[test]
fn every_lesson_and_step_is_told() {
    for language in Language::ALL {
        let texts = Texts::new(language, None);
        for lesson in LESSONS {
            let facts = facts(lesson);
            let read = |name: &str| {
                let text = texts.find(name, &facts);
                let text = text.unwrap_or_else(|| panic!("{name} is missing"));
                // What is missing is left as it is written.
                assert!(!text.contains('{'), "{name} in {language:?}: {text}");
            };
            for part in ["", ".goal", ".learned"] {
                read(&format!("{}{part}", lesson.id));
            }
            for step in lesson.steps {
                for part in ["", ".text", ".seen"] {
                    read(&format!("{}{part}", step.id));
                }
                assert!(hints(step).count() >= 2, "{} has no two hints", step.id);
                for slip in step.slips {
                    read(&format!("slip-{}", slip.id));
                }
            }
        }
    }
}

#[test]
fn no_two_steps_and_no_two_lessons_share_a_name() {
    let mut names = BTreeSet::new();
    for lesson in LESSONS {
        assert!(names.insert(lesson.id), "{}", lesson.id);
        for step in lesson.steps {
            assert!(names.insert(step.id), "{}", step.id);
        }
    }
}

#[test]
fn steps_are_short_and_lessons_easy_to_read() {
    let texts = english();
    for lesson in LESSONS {
        let facts = facts(lesson);
        let get = |name: &str| texts.get(name, &facts);
        let mut all = vec![
            get(&format!("{}.goal", lesson.id)),
            get(&format!("{}.learned", lesson.id)),
        ];
        for step in lesson.steps {
            let text = get(&format!("{}.text", step.id));
            let words = text.split_whitespace().count();
            assert!(words <= WORDS, "{} has {words} words", step.id);
            all.push(text);
            all.push(get(&format!("{}.seen", step.id)));
            all.extend(hints(step).map(|hint| get(&hint)));
            all.extend(
                step.slips
                    .iter()
                    .map(|slip| get(&format!("slip-{}", slip.id))),
            );
        }
        let grade = grade(&all.join("\n"));
        println!("{:<12} grade {grade:.1}", lesson.id);
        assert!(grade <= GRADE, "{} reads at grade {grade:.1}", lesson.id);
    }
}

#[test]
fn the_page_says_what_is_on_its_buttons_in_every_language() {
    // Without facts, the last form of what has several is told.
    let facts = Facts::default();
    for language in Language::ALL {
        let texts = Texts::new(language, None);
        let marked = |texts: &Texts, name: &str| -> BTreeSet<String> {
            // What the panel has on its own button is translated.
            let own = texts.get("panel.show", &facts);
            let text = texts.get(name, &facts);
            let words = text.split("**").skip(1).step_by(2);
            words
                .filter(|word| *word != own)
                .map(str::to_owned)
                .collect()
        };
        for name in names(Language::English) {
            let (told, original) = (marked(&texts, &name), marked(&english(), &name));
            assert_eq!(told, original, "{name} in {language:?}");
        }
    }
}

#[test]
fn numbers_decide_between_forms() {
    #[track_caller]
    fn check(language: Language, name: &str, (fact, number): (&'static str, u32), expect: &str) {
        let mut facts = Facts::default();
        facts.number(fact, number);
        let text = Texts::new(language, None).get(name, &facts);
        assert!(text.contains(expect), "{text}");
    }
    let (english, german) = (Language::English, Language::German);
    let few = "slip-fired-few";
    check(english, few, ("sent", 1), "One call went through");
    check(english, few, ("sent", 0), "0 calls went through");
    check(english, few, ("sent", 7), "7 calls went through");
    check(german, few, ("sent", 1), "ging ein Aufruf durch");
    check(german, few, ("sent", 7), "gingen 7 Aufrufe durch");
    let reset = "panel.reset";
    check(german, reset, ("changes", 0), "nichts geändert");
    check(german, reset, ("changes", 1), "die eine Änderung seit");
    check(german, reset, ("changes", 2), "die 2 Änderungen seit");
}

#[test]
fn no_text_repeats_what_the_page_says_in_one_place_only() {
    for entry in std::fs::read_dir("src/lessons/texts").unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        for words in ["Changes not deployed", "Executing function"] {
            assert!(!text.contains(words), "{words} in {}", path.display());
        }
    }
}

/// The Flesch-Kincaid grade of a text without its code and the names of the API.
fn grade(text: &str) -> f64 {
    // A piece of code reads as one short word.
    let parts = text.split('`').enumerate();
    let text: String = parts
        .map(|(place, part)| if place % 2 == 0 { part } else { "it" })
        .collect();
    let text = text.replace("**", "");
    let is_end = |character: char| matches!(character, '.' | '?' | '!' | ':' | '\n');
    let sentences = text
        .split(is_end)
        .filter(|it| it.trim().contains(' '))
        .count();
    let words: Vec<&str> = text
        .split(|character: char| !character.is_alphabetic() && character != '\'')
        .filter(|word| !word.is_empty())
        .collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let ratio = |part: usize, whole: usize| {
        f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(whole).unwrap())
    };
    0.39 * ratio(words.len(), sentences) + 11.8 * ratio(syllables, words.len()) - 15.59
}

/// The syllables of an English word: its groups of vowels, without a silent `e` at the end.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let is_vowel = |character: char| "aeiouy".contains(character);
    let mut groups = 0;
    let mut before = false;
    for character in word.chars() {
        groups += usize::from(is_vowel(character) && !before);
        before = is_vowel(character);
    }
    let silent = word.ends_with('e') && !word.ends_with("le")
        || word.ends_with("es") && !word.ends_with("ses") && !word.ends_with("ces")
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    if silent && groups > 1 {
        groups - 1
    } else {
        groups.max(1)
    }
}

#[test]
fn syllables_are_counted() {
    for (word, count) in [
        ("version", 2),
        ("code", 1),
        ("table", 2),
        ("published", 2),
        ("deleted", 3),
        ("alias", 2),
        ("the", 1),
        ("invocation", 4),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}
