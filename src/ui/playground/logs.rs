use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use crate::lambda::{FunctionName, InvocationRecord};

/// What one execution environment wrote, and the platform about it.
#[derive(Clone, Debug, PartialEq)]
pub struct LogStream {
    pub name: Rc<str>,
    pub text: String,
}

/// Puts the logs of a function's invocations together by stream, the most recently written first.
pub(super) fn log_streams(
    records: &VecDeque<Rc<InvocationRecord>>,
    function: &FunctionName,
) -> Vec<LogStream> {
    let mut texts: BTreeMap<&Rc<str>, (usize, String)> = BTreeMap::new();
    for (index, record) in records.iter().enumerate() {
        let InvocationRecord {
            invocation,
            execution,
        } = &**record;
        if invocation.function != *function {
            continue;
        }
        let (last, text) = texts.entry(&execution.log_stream).or_default();
        *last = index;
        if let Some(init_log) = &execution.init_log {
            text.push_str(&invocation.init_start());
            text.push_str(init_log);
        }
        text.push_str(&invocation.log(execution));
    }
    let mut streams: Vec<_> = texts.into_iter().collect();
    streams.sort_by_key(|(_, (last, _))| std::cmp::Reverse(*last));
    let stream = |(name, (_, text)): (&Rc<str>, (usize, String))| LogStream {
        name: Rc::clone(name),
        text,
    };
    streams.into_iter().map(stream).collect()
}
