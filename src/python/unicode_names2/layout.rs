// What the build script and the library both know of the table.

/// Names that are searched one after the other.
const BLOCK: usize = 64;

/// Bytes of an entry of the index: the first character of a block, and where the block begins.
const ENTRY: usize = 8;
