//! What is not known of the service, and what the playground does there.
//!
//! Each constant is the one place for its choice: the code that makes it refers to the constant, and the page lists
//! [`ALL`]. A new choice is a constant below and a line in its group.

/// One choice: what is not known, and what happens here; what stands between backticks is code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub question: &'static str,
    pub answer: &'static str,
}

/// Choices about one part of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    pub title: &'static str,
    pub choices: &'static [Choice],
}

/// Every choice, as the page shows them.
pub const ALL: &[Group] = &[
    Group {
        title: "Functions and versions",
        choices: &[
            GOING_BACK,
            NEWEST_DELETED,
            PUBLISHED_UNCHANGED,
            CREATED_AGAIN,
            CREATED_WITH_QUALIFIER,
            LISTED_VERSIONS,
            NO_VERSION_DELETED,
            ADDITIONAL_VERSION_DELETED,
            CODE_STORAGE,
            TIMEOUT_LIMIT,
            BLOCKED_RUNTIMES,
            SNAP_START,
        ],
    },
    Group {
        title: "Aliases",
        choices: &[
            ALIAS_EXISTS,
            MISSING_VERSION,
            MISSING_FUNCTION,
            ALIAS_OF_NOTHING,
            QUALIFIED_NAME,
            DEAD_LETTER_TARGETS,
            LISTED_ALIASES,
            ALIAS_LIMIT,
        ],
    },
    Group {
        title: "Invocations",
        choices: &[
            EVENT_THROTTLED,
            RETRY_DRAW,
            RETRY_SETTINGS,
            EVENT_AGE,
            LARGE_ERROR,
            LOG_TAIL,
            INIT_TAIL,
            DRY_RUN_THROTTLED,
        ],
    },
    Group {
        title: "Provisioned concurrency, URLs and event settings",
        choices: &[
            PROVISIONED_LATEST,
            PROVISIONED_MOVED,
            PROVISIONED_SHARES,
            PROVISIONED_CHANGED,
            PROVISIONED_EARLY,
            PROVISIONED_FAILED,
            PROVISIONED_CLAIM,
            LISTED_SETTINGS,
        ],
    },
    Group {
        title: "Permissions and tags",
        choices: &[
            FIRST_POLICY_REVISION,
            POLICY_OF_NOTHING,
            TAKEN_STATEMENT_ID,
            UNKNOWN_PRINCIPAL,
            POLICY_LENGTH,
            RESERVED_TAG_KEYS,
            UNTAGGED_REVISION,
            OTHER_TAGGED_RESOURCES,
        ],
    },
];

pub const GOING_BACK: Choice = Choice {
    question: "Does deploying other code and then the earlier code again count as a change?",
    answer: "No. Publishing compares what is deployed with the newest version, and nothing that came in between.",
};

pub const NEWEST_DELETED: Choice = Choice {
    question: "Can `$LATEST` be published unchanged once the newest version has been deleted?",
    answer: "Yes, as a new version: there is nothing left to compare it with.",
};

pub const PUBLISHED_UNCHANGED: Choice = Choice {
    question: "What does the console say when `$LATEST` is published unchanged?",
    answer: "The page says that nothing has changed and which version there is. The API's answer is recorded: 201 with that version.",
};

pub const CREATED_AGAIN: Choice = Choice {
    question: "Do version numbers begin again when a deleted function is created anew?",
    answer: "No. Counting goes on, as AWS's older documentation has it.",
};

pub const CREATED_WITH_QUALIFIER: Choice = Choice {
    question: "May the name of a new function carry a qualifier?",
    answer: "`$LATEST` may stand there and changes nothing. Any other is refused in the words used for updates of code.",
};

pub const LISTED_VERSIONS: Choice = Choice {
    question: "What does a qualifier in the name do when versions are listed?",
    answer: "Nothing: all versions are listed, whatever it names.",
};

pub const NO_VERSION_DELETED: Choice = Choice {
    question: "What does `DeleteFunction` answer for a qualifier that can name nothing, such as `$latest`?",
    answer: "204 where the function exists, as for a version that is not there. Nothing is deleted.",
};

pub const ADDITIONAL_VERSION_DELETED: Choice = Choice {
    question: "Can a version be deleted that is an alias's additional version and nothing else?",
    answer: "No. It is refused in the words used for an alias's first version, so that no alias dangles.",
};

pub const CODE_STORAGE: Choice = Choice {
    question: "What is answered when the account's code storage is full?",
    answer: "It is never full: the browser's storage ends first, and the page says so.",
};

pub const SNAP_START: Choice = Choice {
    question: "What does SnapStart do here?",
    answer: "It is kept and answered, and versions are pending until their snapshot would have been taken. Environments start as they do without it.",
};

pub const ALIAS_EXISTS: Choice = Choice {
    question: "An alias exists already and the request's versions are wrong: which error comes first?",
    answer: "The one about the versions.",
};

pub const MISSING_VERSION: Choice = Choice {
    question: "What does `UpdateAlias` answer for a version that does not exist?",
    answer: "What `CreateAlias` answers: `Function not found`, with the version's ARN.",
};

pub const MISSING_FUNCTION: Choice = Choice {
    question: "What does `UpdateAlias` answer when the function itself is missing?",
    answer: "`Function not found`, with the function's ARN, rather than that the alias is missing.",
};

pub const ALIAS_OF_NOTHING: Choice = Choice {
    question: "What do `GetAlias`, `ListAliases` and `DeleteAlias` answer when the function itself is missing?",
    answer: "`Function not found`, with the function's ARN. `DeleteAlias` is no error only where the function exists.",
};

pub const QUALIFIED_NAME: Choice = Choice {
    question: "May the function's name carry a qualifier when it is published or its aliases are changed?",
    answer: "`$LATEST` may stand there. Any other is refused in the words used for updates of code.",
};

pub const DEAD_LETTER_TARGETS: Choice = Choice {
    question: "How is an alias refused whose two versions have different dead-letter queues?",
    answer: "Specified versions must have the same dead letter queue configuration.",
};

pub const LISTED_ALIASES: Choice = Choice {
    question: "In what order does `ListAliases` list, how many at once, and does its filter find additional versions?",
    answer: "By name, up to 50 on a page. The filter looks at an alias's first version alone.",
};

pub const ALIAS_LIMIT: Choice = Choice {
    question: "How many aliases may a function have?",
    answer: "Any number: `AliasLimitExceededException` is never answered.",
};

pub const EVENT_THROTTLED: Choice = Choice {
    question: "What becomes of an event while its function's reserved concurrency is used up?",
    answer: "It is accepted and waits. It begins as soon as there is room, in the order in which events came, and runs what its qualifier stands for by then, with the draw of when it came in; AWS tries again after a second, then less and less often. Where 0 is reserved it is dropped: AWS documents that only a dead-letter queue or a destination would get it.",
};

pub const DRY_RUN_THROTTLED: Choice = Choice {
    question: "Is a dry run throttled where 0 is reserved, or the reserved concurrency is used up?",
    answer: "Yes, as a call would be.",
};

pub const RETRY_DRAW: Choice = Choice {
    question: "Does an asynchronous retry through a weighted alias draw anew?",
    answer: "No. A retry is the same invocation: it keeps its request ID and its version.",
};

pub const RETRY_SETTINGS: Choice = Choice {
    question: "Which settings apply to an event's retries: those of when it came in, or of when it is tried again?",
    answer: "Those of when it came in.",
};

pub const EVENT_AGE: Choice = Choice {
    question: "When is an event too old to be tried again?",
    answer: "When the next run would begin after the maximum age. Runs count as well as waits, all on the virtual clock, and so does the time that it waited for room.",
};

pub const PROVISIONED_LATEST: Choice = Choice {
    question: "What is an alias of `$LATEST` told that is to have provisioned concurrency, or an alias that has it and is to move to `$LATEST`?",
    answer: "What `$LATEST` itself is told: it is an unpublished version.",
};

pub const PROVISIONED_MOVED: Choice = Choice {
    question: "What happens when an alias with provisioned concurrency moves to another version?",
    answer: "Traffic moves at once, and the environments are in progress again. AWS holds traffic back with weights of its own until they have started. A version that has provisioned concurrency itself is refused.",
};

pub const PROVISIONED_SHARES: Choice = Choice {
    question: "How are provisioned environments divided when their alias gets weights?",
    answer: "By weight, each version's share rounded up.",
};

pub const PROVISIONED_CHANGED: Choice = Choice {
    question: "How many provisioned environments are available while their number is changed?",
    answer: "Those that were available before, up to the new number.",
};

pub const PROVISIONED_EARLY: Choice = Choice {
    question: "Do provisioned environments serve calls while their state is still `IN_PROGRESS`?",
    answer: "Yes, each as soon as it has started.",
};

pub const PROVISIONED_FAILED: Choice = Choice {
    question: "What becomes of the other provisioned environments when one of them cannot start?",
    answer: "They end, none is allocated or available, and calls start environments on demand, until the number is set again or the alias moves. Environments start as soon as they are asked for: without cloud delays the state is `READY` until one has failed.",
};

pub const PROVISIONED_CLAIM: Choice = Choice {
    question: "How does provisioned concurrency count against the account's limit?",
    answer: "In full where the function reserves nothing, else as part of what it reserves.",
};

pub const LISTED_SETTINGS: Choice = Choice {
    question: "In what order are provisioned concurrency, URLs and event settings listed, and what does a qualifier in the name do?",
    answer: "The function or `$LATEST` first, then versions by number, then aliases by name. The qualifier does nothing.",
};

pub const TIMEOUT_LIMIT: Choice = Choice {
    question: "What is answered to a timeout that only functions on managed instances may have?",
    answer: "What is answered to such a memory size: the value is over the limit of ordinary functions, 900 seconds.",
};

pub const BLOCKED_RUNTIMES: Choice = Choice {
    question: "Which runtime is recommended in place of one that AWS has blocked?",
    answer: "None by name, as it is recorded for Python 3.7. For some runtimes AWS names a successor.",
};

pub const LARGE_ERROR: Choice = Choice {
    question: "What is answered for an error whose own words are over the limit of responses?",
    answer: "What is answered for such a response: `Function.ResponseSizeTooLarge`.",
};

pub const LOG_TAIL: Choice = Choice {
    question: "Is the log tail cut at a byte or at a line?",
    answer: "At a byte: it holds the last 4,096, without a character that the cut would break.",
};

pub const INIT_TAIL: Choice = Choice {
    question: "What does the log tail hold when the environment could not start?",
    answer: "First what the code wrote while it was loaded, then the lines from `START` to `REPORT`.",
};

pub const FIRST_POLICY_REVISION: Choice = Choice {
    question: "Which revision does the first permission of a function, version or alias have to name?",
    answer: "The current one of the function, version or alias. It is recorded for a new alias alone.",
};

pub const POLICY_OF_NOTHING: Choice = Choice {
    question: "What do `GetPolicy` and `RemovePermission` answer for `$LATEST`, for a missing alias and for a missing version?",
    answer: "`$LATEST` has no policy. `GetPolicy` answers for a missing alias as is recorded for a missing version, and `RemovePermission` for a missing version as `AddPermission` does.",
};

pub const TAKEN_STATEMENT_ID: Choice = Choice {
    question: "A statement id is taken and the principal is wrong: which error comes first?",
    answer: "The one about the statement id.",
};

pub const UNKNOWN_PRINCIPAL: Choice = Choice {
    question: "Which principals are wrong?",
    answer: "Those that have the form of no service, account, user or role. Whether there is such a one is not asked.",
};

pub const POLICY_LENGTH: Choice = Choice {
    question: "How is a policy of more than 20 KB refused?",
    answer: "By `PolicyLengthExceededException`, with the size the policy would have and the limit of 20480.",
};

pub const RESERVED_TAG_KEYS: Choice = Choice {
    question: "What is answered for a tag whose key begins with `aws:`, which is reserved?",
    answer: "What is recorded for a request without tags: An error occurred and the request cannot be processed.",
};

pub const UNTAGGED_REVISION: Choice = Choice {
    question: "Does taking a tag away that is not there change the function's revision?",
    answer: "Yes, as every change of tags does.",
};

pub const OTHER_TAGGED_RESOURCES: Choice = Choice {
    question: "What is answered for tags of what the playground does not have, such as an event source mapping?",
    answer: "The resource you requested does not exist.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_asked_and_answered_in_sentences() {
        for choice in ALL.iter().flat_map(|group| group.choices) {
            assert!(choice.question.ends_with('?'), "{}", choice.question);
            assert!(choice.answer.ends_with('.'), "{}", choice.answer);
        }
    }
}
