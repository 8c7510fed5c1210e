use yew::prelude::*;

use super::handlers::Handlers;
use crate::lambda::Operation;
use crate::lambda::choices::{self, Group};

/// The Python that runs, whatever runtime a function has.
pub(super) const PYTHON: &str = "RustPython 0.6, which speaks Python 3.14";

/// Where the playground cannot be as the service is, and what it does there.
const FACTS: &[(&str, &str)] = &[
    (
        "Python",
        "Every runtime runs on the same interpreter, RustPython 0.6, which speaks Python 3.14. What a runtime's version decides about answers and logs is as in AWS; what it decides about the language is not.",
    ),
    (
        "Libraries",
        "`boto3` is not there, and libraries in C cannot be. Parts of the standard library that no handler has a use for, such as `tkinter`, `multiprocessing` and `sqlite3`, are left out. Layers, container images and code in S3 are refused.",
    ),
    (
        "Threads and processes",
        "A thread runs where it is started, and an executor's call where it is submitted, one after the other. A wait that another thread would have to end lasts until the timeout, and the log says so. There are no other processes: `subprocess` and `os.system` raise `OSError`. `sys.platform` is `wasi`.",
    ),
    (
        "Timers and alarms",
        "A `threading.Timer` and the handler of `signal.alarm` run when a sleep or a wait reaches their moment, and not while the handler computes. Nobody else sends signals.",
    ),
    (
        "Files",
        "What `/tmp` holds outlives a timeout as in AWS, but for files above 8 MB and all that is beyond 32 MB.",
    ),
    (
        "Seed",
        "With a seed every invocation begins with randomness and a clock of its own, and each caller of a run keeps to environments of its own, so that handlers see the same in each run and on each machine. AWS has nothing like it.",
    ),
    (
        "Speed",
        "Code runs several times slower than in AWS, whatever the memory size. Durations and bills are those of this machine.",
    ),
    (
        "Clock",
        "A handler's clock runs with its computing and jumps over sleeps: `time.sleep(2)` costs two seconds of duration and no waiting. The minutes between asynchronous retries pass in the same way.",
    ),
    (
        "Memory",
        "A function gets the memory it is configured with, and the interpreter lives in it as well. What is reported as used is the size of the interpreter's memory, which never shrinks. Of a memory size above 4,096 MB a handler gets 4,096 MB, which is all that WebAssembly addresses.",
    ),
    (
        "Hashes",
        "The hash of a text, and with it the order of a set, is the same in every environment. In AWS it changes from one environment to the next, unless `PYTHONHASHSEED` is set.",
    ),
    (
        "Network",
        "There is none: a handler reaches no service and no address. The page sends nothing anywhere either.",
    ),
    (
        "Concurrency",
        "Reserved concurrency throttles as in AWS. The account's own limit of 1,000 throttles nothing: at most 24 execution environments run at a time, and an invocation that waits for one is not throttled and not billed for it.",
    ),
    (
        "Credentials and roles",
        "A role has to look like one. Nobody asks what it may do, no request needs a signature, and the credentials that a handler finds open nothing.",
    ),
    (
        "Settings without effect",
        "Dead-letter queues, tracing, destinations of events and resource policies are kept and do nothing. A function URL is an address that nobody can call. What is sent about networks and file systems is ignored.",
    ),
    (
        "Account and region",
        "There is one account, `123456789012`, and one region, `us-east-1`.",
    ),
    (
        "Code location",
        "`GetFunction` gives the code as a `data:` address that holds the package itself, where AWS gives an address in S3 that is valid for ten minutes.",
    ),
    (
        "Time to settle",
        "In AWS a new function is `Pending` and an update `InProgress` for some seconds. Here they are done before the next request, unless Settings give cloud delays. Changes of aliases take effect at once.",
    ),
    (
        "Logs",
        "Logs are kept for the latest 1,000 invocations, or for fewer where logs and responses come to more than 64 MB, and until the page is closed; of what one invocation writes, the first and the last 512 KB. There are no metrics.",
    ),
    (
        "JSON log format",
        "It is kept and answered with its levels, and the log group holds. The lines themselves stay text, of all levels.",
    ),
    (
        "Execution environments",
        "One that nothing calls ends after ten minutes, or as soon as there are more than ten of them. AWS ends it at a time of its own choosing. Where code fails as it is loaded, the call is answered at once: AWS loads it a second time before it answers.",
    ),
    (
        "Runtimes",
        "There are Python runtimes alone: those of other languages are refused as unknown, and those that AWS has blocked for years as no longer supported. The dates of deprecation are shown and never enforced.",
    ),
];

/// Where the playground differs from AWS, and what it does where AWS is not known.
#[component]
pub fn Differences() -> Html {
    html! {
        <article class="prose">
            <h1 tabindex="-1">{ "Differences from AWS" }</h1>
            <p>
                { "The playground answers as AWS Lambda was recorded to answer, error texts included. This page lists where it cannot, and what it does where nobody has recorded AWS." }
            </p>
            <h2>{ "What is different" }</h2>
            <dl class="facts">
                { for FACTS.iter().map(|(name, text)| fact(name, text)) }
            </dl>
            <h2>{ "Handlers that notice" }</h2>
            <p>{ "Of the handlers that the project is tested with, these give something else here than on Lambda. The first line that differs is shown; the table is made by running them." }</p>
            <Handlers />
            <h2>{ "What there is of the API" }</h2>
            <p>{ "These operations, of version 2015-03-31 and later; any other is answered with UnknownOperationException." }</p>
            <ul class="names">
                { for operations().map(|name| html! { <li><code>{ name }</code></li> }) }
            </ul>
            <h2>{ "What is not known of AWS" }</h2>
            <p>{ "Documentation and recordings leave these questions open. The playground gives one answer to each; AWS may give another." }</p>
            { for choices::ALL.iter().map(group) }
        </article>
    }
}

/// The operations that the page answers, by name.
fn operations() -> impl Iterator<Item = &'static str> {
    let mut names = [Operation::NAMES, &["Invoke"]].concat();
    names.sort_unstable();
    names.into_iter()
}

fn group(group: &Group) -> Html {
    html! {
        <>
            <h3>{ group.title }</h3>
            <dl class="facts">
                { for group.choices.iter().map(|choice| fact(choice.question, choice.answer)) }
            </dl>
        </>
    }
}

fn fact(name: &'static str, text: &'static str) -> Html {
    html! {
        <div class="facts__fact">
            <dt>{ with_code(name) }</dt>
            <dd>{ with_code(text) }</dd>
        </div>
    }
}

/// A text in which what stands between backticks is code.
pub(super) fn with_code(text: &str) -> Html {
    let parts = text.split('`').enumerate();
    parts
        .map(|(index, part)| match index % 2 {
            0 => html! { { part } },
            _ => html! { <code>{ part }</code> },
        })
        .collect()
}
