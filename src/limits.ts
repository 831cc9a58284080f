/** Bytes of the largest file that is read: a posting, a configuration or a rule file has no more. */
export const MAX_FILE_BYTES = 256 * 1024;

/** Bytes of the largest baseline: some 80,000 findings. */
export const MAX_BASELINE_BYTES = 8 * 1024 * 1024;
