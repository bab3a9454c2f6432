import { z } from "zod";
import type { SyncState } from "@/shared/api/types";
import type { GridColumn } from "./columns";

/** What the grid shows, held in the address: the saved view. Lists are comma separated. */
export const viewSchema = z.object({
  org: z.string().optional().catch(undefined),
  sort: z
    .string()
    .regex(/^-?[a-zA-Z]+$/)
    .optional()
    .catch(undefined),
  q: z.string().optional().catch(undefined),
  state: z.string().optional().catch(undefined),
  source: z.string().optional().catch(undefined),
  dor: z.string().optional().catch(undefined),
  discontinued: z.enum(["shown"]).optional().catch(undefined),
});

export type View = z.infer<typeof viewSchema>;
export type FacetName = "state" | "source" | "dor";
export const FACETS: FacetName[] = ["state", "source", "dor"];

/** The part of the view that the server answers; facets narrow what is already loaded. */
export interface ServerView {
  organizationId: string;
  sort: string;
  q: string;
  includeDiscontinued: boolean;
}

/** A mailed address may sort by a column that is not this planner's to see; then the default order holds. */
export function serverView(organizationId: string, view: View, columns: readonly GridColumn[]): ServerView {
  const sortable = columns.some(({ field }) => field !== null && field === view.sort?.replace("-", ""));
  return {
    organizationId,
    sort: sortable && view.sort ? view.sort : "pfaId",
    q: view.q ?? "",
    includeDiscontinued: view.discontinued === "shown",
  };
}

export function chosen(view: View, facet: FacetName): string[] {
  return view[facet]?.split(",").filter(Boolean) ?? [];
}

export function toggleChosen(view: View, facet: FacetName, value: string): View {
  const before = chosen(view, facet);
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return { ...view, [facet]: after.length > 0 ? after.join(",") : undefined };
}

export function clearFacets(view: View): View {
  return { ...view, state: undefined, source: undefined, dor: undefined };
}

export const hasFacets = (view: View) => FACETS.some((facet) => chosen(view, facet).length > 0);

/** A header click goes ascending, descending, and back to the default order. */
export function nextSort(current: string, field: string): string | undefined {
  if (current === field) return `-${field}`;
  return current === `-${field}` ? undefined : field;
}

export const STATE_LABELS: Record<SyncState, string> = {
  synced: "Synced",
  draft: "Draft",
  queued: "Queued",
  syncing: "Syncing",
  conflict: "Conflict",
  failed: "Failed",
  awaiting_approval: "To approve",
};
