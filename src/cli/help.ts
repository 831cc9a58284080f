/** What `--help` prints. */
export const HELP = `jd-review reviews machine-learning job postings the way a linter reviews code.

Usage
  jd-review check [paths or globs…] [flags]   review postings (Markdown files and folders; - reads standard input)
  jd-review explain <rule-id>                 what a rule finds, why, and how to fix it
  jd-review rules                             all rules, with their severity and whether they are on
  jd-review rules --format json               the same for programs
  jd-review rules --test                      run the examples of your own rules (check runs them too)

Without paths, check reviews the postings that the configuration names, in the whole git repository. Paths are those
from where you stand; the configuration is looked for from there up to the repository's top.

Flags of check
  --format <name>      human (default), json, markdown, github (workflow annotations) or sarif
  --fail-on <level>    lowest severity that fails: error (default), warning, notice or never
  --rule <id>          run this rule only, also where it is off; may be given several times
  --all-rules          run every rule, also those that are off
  --fix                write the fixes that are certain into the files, and list them
  --fix --diff         show those fixes as a unified diff and write nothing
  --explain <file:line>  how that line was read, and so why a rule spoke or was silent
  --base <revision>    review only the postings that changed since this git revision
  --fail-scope <what>  with --base: every finding of a changed posting decides (posting, default) or only those on changed lines (line)
  --today <day>        judge dates as of YYYY-MM-DD instead of today
  --config <file>      configuration to use (default the nearest .github/jd-review.yml up to the repository's top)

Other flags
  -h, --help           this text
  -v, --version        the version

Exit code: 0 passed, 1 findings at or over --fail-on, 2 could not run.

Examples
  jd-review check jobs                              review every posting below jobs/
  jd-review check 'jobs/**/*ml*.md' --fail-on warning
  jd-review check jobs --base main --fail-scope line
  jd-review check jobs --fix                        mend what can be mended, report the rest
  jd-review check - --format json < posting.md
  jd-review rules
`;
