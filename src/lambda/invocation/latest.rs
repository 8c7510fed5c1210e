//! The latest invocations, as far as there is room for them.

use std::collections::VecDeque;
use std::rc::Rc;

use super::{Execution, InvocationRecord};

/// How many invocations are remembered.
const MOST: usize = 1000;

/// How many bytes they may have answered and written: a handler must not be able to fill the page.
const ROOM: usize = 64 << 20;

/// The latest invocations with what came of them, the oldest first.
#[derive(Debug, Default)]
pub struct LatestInvocations {
    records: VecDeque<Rc<InvocationRecord>>,
    bytes: usize,
}

impl LatestInvocations {
    /// Remembers one more, and forgets the oldest for which there is no more room.
    pub fn push(&mut self, record: Rc<InvocationRecord>) {
        self.bytes += size(&record.execution);
        self.records.push_back(record);
        while self.records.len() > MOST || (self.bytes > ROOM && self.records.len() > 1) {
            let forgotten = self.records.pop_front();
            self.bytes -= forgotten.map_or(0, |record| size(&record.execution));
        }
    }

    #[must_use]
    pub fn records(&self) -> &VecDeque<Rc<InvocationRecord>> {
        &self.records
    }
}

fn size(execution: &Execution) -> usize {
    let init_log = execution.init_log.as_ref().map_or(0, String::len);
    execution.payload.len() + execution.log.len() + init_log
}
