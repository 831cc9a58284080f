/** Bytes of the largest file that is read: a posting, a configuration or a rule file has no more. */
export const MAX_FILE_BYTES = 256 * 1024;
