//! When something happened, and the entropy it happened with.

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The time and the entropy that come in with each operation.
///
/// The service has no clock and no randomness of its own: every identifier it hands out is derived
/// from the moment's entropy, so that the same operations at the same moments give the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// When the operation is applied.
    pub at: Timestamp,
    /// 32 bytes that no other operation of the same history was given.
    pub entropy: [u8; 32],
}

impl Moment {
    /// The request id of the operation, which is also that of an invocation.
    #[must_use]
    pub fn request_id(&self) -> Uuid {
        self.uuid("request")
    }

    /// A version 4 UUID for one purpose within the operation.
    pub(super) fn uuid(&self, purpose: &str) -> Uuid {
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&self.bytes(purpose)[..16]);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// 32 bytes for one purpose within the operation.
    #[must_use]
    pub fn bytes(&self, purpose: &str) -> [u8; 32] {
        Sha256::new()
            .chain_update(self.entropy)
            .chain_update(purpose)
            .finalize()
            .into()
    }
}
