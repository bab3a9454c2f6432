/**
 * The server's vocabulary, by hand until openapi-typescript writes it from /v3/api-docs.
 * Dates are `YYYY-MM-DD`, moments ISO 8601 UTC, decimals strings: none of them is ever a JS number or Date.
 */
export type IsoDate = string;
export type Moment = string;
export type DecimalText = string;

export interface User {
  id: string;
  username: string;
  displayName: string;
  systemRole: string | null;
  /** Whoever looks as this person. */
  impersonatedBy?: string | null;
  /** Nothing is served before the password is changed. */
  passwordChangeDue?: boolean;
}

export const PERMISSIONS = [
  "Read",
  "EditForecast",
  "EditActuals",
  "Delete",
  "Import",
  "RefreshData",
  "Export",
  "ViewFinancials",
  "SaveDraft",
  "Sync",
  "ManageUsers",
  "ManageSettings",
  "ConfigureAlerts",
  "Impersonate",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface Organization {
  id: string;
  name: string;
  currency: string;
  role: string;
  permissions: Permission[];
}

export interface Session {
  user: User;
  organizations: Organization[];
}

export type SyncState =
  | "synced"
  | "draft"
  | "queued"
  | "syncing"
  | "conflict"
  | "failed"
  | "awaiting_approval";

export interface DraftMark {
  modificationId: string;
  baseVersion: number;
  fields: string[];
  /** What the fields held before the draft, where known. */
  base?: Fields;
}

export interface PfaRecord {
  pfaId: string;
  organization: string;
  description: string | null;
  areaSilo: string | null;
  category: string | null;
  categoryDescription: string | null;
  equipmentClass: string | null;
  manufacturer: string | null;
  model: string | null;
  source: "Rental" | "Purchase" | null;
  dor: "BEO" | "PROJECT" | null;
  monthlyRate: DecimalText | null;
  purchasePrice: DecimalText | null;
  planStart: IsoDate | null;
  planEnd: IsoDate | null;
  planMonthlyRate: DecimalText | null;
  planPurchasePrice: DecimalText | null;
  forecastStart: IsoDate | null;
  forecastEnd: IsoDate | null;
  actualStart: IsoDate | null;
  actualEnd: IsoDate | null;
  isActualized: boolean;
  isDiscontinued: boolean;
  isFundsTransferable: boolean;
  contract: string | null;
  contractRevision: string | null;
  equipment: string | null;
  version: number;
  lastChangedBy: string | null;
  lastChangedAt: Moment | null;
  syncStatus: SyncState;
  planCost: DecimalText | null;
  forecastCost: DecimalText | null;
  actualCost: DecimalText | null;
  variance: DecimalText | null;
  draft: DraftMark | null;
  warnings: string[];
}

/** The fields a planner may send in `changes[].fields`; null clears. */
export type EditableField =
  | "description"
  | "dor"
  | "monthlyRate"
  | "purchasePrice"
  | "forecastStart"
  | "forecastEnd"
  | "actualEnd";
export type Fields = Partial<Record<EditableField, string | null>>;

export interface Totals {
  count: number;
  plan: DecimalText | null;
  forecast: DecimalText | null;
  actual: DecimalText | null;
  variance: DecimalText | null;
  currency: string;
}

export interface RecordsPage {
  records: PfaRecord[];
  nextCursor: string | null;
  totals: Totals | null;
}

export interface Change {
  pfaId: string;
  baseVersion: number;
  fields: Fields;
}

export interface SavedDraft {
  modificationId: string;
  pfaId: string;
  baseVersion: number;
  fields: Fields;
}

export interface CommitAnswer {
  jobId: string;
  queuedCount: number;
  queueSize: number;
}

export interface SyncStatus {
  queueSize: number;
  processing: number;
  completed: number;
  failed: number;
  conflicts: number;
  avgLatencySeconds: number | null;
  p95LatencySeconds: number | null;
  p99LatencySeconds: number | null;
  lastSync: { completedAt: Moment | null } | null;
  nextSyncAt: Moment | null;
  health: string;
}

export interface ReadSync {
  syncId: string;
  organizationId: string;
  syncType: "full" | "incremental";
  status: "running" | "completed" | "failed";
  phase: "counting" | "reading" | "merging" | "done" | null;
  expectedRows: number | null;
  rowsRead: number;
  inserted: number;
  changed: number;
  unchanged: number;
  removed: number;
  rowsPerSecond: number | null;
  error: { code: string; detail: string } | null;
}

export interface FieldError {
  index: number;
  pfaId: string | null;
  field: string | null;
  code: string;
  message: string;
}

export type LiveEventType =
  | "SYNC_QUEUED"
  | "SYNC_STARTED"
  | "SYNC_PROGRESS"
  | "SYNC_SUCCESS"
  | "SYNC_CONFLICT"
  | "SYNC_FAILED"
  | "RECORD_CHANGED"
  | "FLAG_CHANGED";

export interface LiveEvent {
  type: LiveEventType;
  organizationId: string;
  sequence: number;
  pfaId?: string;
  jobId?: string;
  timestamp: Moment;
  data: Record<string, unknown>;
}
