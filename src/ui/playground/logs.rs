use std::cmp::Reverse;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use crate::lambda::{FunctionName, InvocationRecord};

/// What one execution environment wrote, and the platform about it.
#[derive(Clone, Debug, PartialEq)]
pub struct LogStream {
    pub name: Rc<str>,
    records: Vec<Rc<InvocationRecord>>,
}

impl LogStream {
    /// All of its lines.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for record in &self.records {
            let InvocationRecord {
                invocation,
                execution,
            } = &**record;
            text.push_str(&invocation.init_log(execution));
            text.push_str(&invocation.log(execution));
        }
        text
    }
}

/// Puts the logs of a function's invocations together by stream, the most recently written first.
pub(super) fn log_streams(
    records: &VecDeque<Rc<InvocationRecord>>,
    function: &FunctionName,
) -> Vec<LogStream> {
    let mut streams: BTreeMap<&Rc<str>, (usize, Vec<Rc<InvocationRecord>>)> = BTreeMap::new();
    for (index, record) in records.iter().enumerate() {
        if record.invocation.function != *function {
            continue;
        }
        let (last, of_stream) = streams.entry(&record.execution.log_stream).or_default();
        *last = index;
        of_stream.push(Rc::clone(record));
    }
    let mut streams: Vec<_> = streams.into_iter().collect();
    streams.sort_by_key(|(_, (last, _))| Reverse(*last));
    let stream = |(name, (_, records)): (&Rc<str>, (usize, Vec<Rc<InvocationRecord>>))| LogStream {
        name: Rc::clone(name),
        records,
    };
    streams.into_iter().map(stream).collect()
}
