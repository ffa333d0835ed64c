export { FakeTable, type Envelope, type FakeTableOptions, type SentMessage } from "./fake-table.js";
export { type FakeCommit, type FakeRules } from "./fake-commit.js";
export { exampleState, type StateChange } from "./fake-state.js";
export { makePatch } from "./make-patch.js";
