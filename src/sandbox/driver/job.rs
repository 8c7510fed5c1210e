use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::{JobId, Record, Sandbox};

/// Calls under way: a future that is over when the last of them has been answered or dropped.
#[must_use]
pub struct Job {
    sandbox: Sandbox,
    id: JobId,
    progress: Rc<RefCell<Progress>>,
}

/// Who is told what comes of a batch.
pub(super) struct Listener {
    on_record: Box<dyn FnMut(usize, Record)>,
    progress: Rc<RefCell<Progress>>,
}

#[derive(Default)]
struct Progress {
    is_over: bool,
    waker: Option<Waker>,
}

/// Makes the two ends of a batch.
pub(super) fn listen(
    sandbox: Sandbox,
    id: JobId,
    on_record: impl FnMut(usize, Record) + 'static,
) -> (Listener, Job) {
    let progress = Rc::new(RefCell::new(Progress::default()));
    let listener = Listener {
        on_record: Box::new(on_record),
        progress: Rc::clone(&progress),
    };
    (
        listener,
        Job {
            sandbox,
            id,
            progress,
        },
    )
}

impl Listener {
    pub(super) fn tell(&mut self, index: usize, record: Record) {
        (self.on_record)(index, record);
    }

    pub(super) fn close(self) {
        let mut progress = self.progress.borrow_mut();
        progress.is_over = true;
        if let Some(waker) = progress.waker.take() {
            waker.wake();
        }
    }
}

impl Job {
    /// Drops the calls that have not begun.
    pub fn cancel(&self) {
        self.sandbox.cancel(self.id);
    }
}

impl Future for Job {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut progress = self.progress.borrow_mut();
        if progress.is_over {
            return Poll::Ready(());
        }
        progress.waker = Some(context.waker().clone());
        Poll::Pending
    }
}
