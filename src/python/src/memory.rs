//! The allocator, and what it does for the size of the download.

use core::alloc::{GlobalAlloc, Layout};
use core::sync::atomic::{AtomicBool, Ordering};

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

#[global_allocator]
static ALLOCATOR: Wiping = Wiping {
    inner: new_wasm_dynamic_allocator(),
    wipes: AtomicBool::new(true),
};

/// Keeps freed memory as it is from now on: its next bytes are nobody's download.
pub(crate) fn stop_wiping() {
    ALLOCATOR.wipes.store(false, Ordering::Relaxed);
}

/// An allocator that wipes what is freed while the guest boots: the memory it leaves becomes part of the module, where
/// nothing packs as well as zeros.
struct Wiping {
    inner: WasmDynamicTalc,
    wipes: AtomicBool,
}

impl Wiping {
    fn wipes(&self) -> bool {
        self.wipes.load(Ordering::Relaxed)
    }
}

// SAFETY: the inner allocator hands all memory out, and none is touched after it has got it back.
unsafe impl GlobalAlloc for Wiping {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller vouches for the layout.
        unsafe { self.inner.alloc(layout) }
    }

    unsafe fn dealloc(&self, start: *mut u8, layout: Layout) {
        // SAFETY: the caller vouches for the block, which is its own until it is given back.
        unsafe {
            if self.wipes() {
                start.write_bytes(0, layout.size());
            }
            self.inner.dealloc(start, layout);
        }
    }

    unsafe fn realloc(&self, start: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !self.wipes() {
            // SAFETY: the caller vouches for the block and the size.
            return unsafe { self.inner.realloc(start, layout, size) };
        }
        // SAFETY: the caller vouches for the size, with the alignment there was; the blocks are apart, and both hold
        // what is copied.
        unsafe {
            let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                moved.copy_from_nonoverlapping(start, layout.size().min(size));
                self.dealloc(start, layout);
            }
            moved
        }
    }
}
