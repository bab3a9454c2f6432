import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { HomePage } from "@/app/HomePage";
import { Maintained } from "@/app/Maintained";
import { createQueryClient } from "@/app/queryClient";
import type { View } from "@/features/records/model/view";
import { Notices } from "@/shared/ui/Notices";

function Page({ initial }: { initial: View }) {
  const [view, setView] = useState(initial);
  return (
    <>
      <Maintained>
        <HomePage view={view} onView={setView} />
      </Maintained>
      <Notices />
    </>
  );
}

/** The whole signed-in page against the fake server. */
export function openPage(view: View = { org: "RIO" }) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Page initial={view} />
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

/** The cell of a record, found by the ids that the grid gives out. */
export function cell(pfaId: string, field: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-pfa-id="${pfaId}"] [data-field="${field}"]`);
  if (!found) throw new Error(`No cell ${field} of ${pfaId} is on the page`);
  return found;
}

export const rowOf = (pfaId: string) => within(cell(pfaId, "pfaId").parentElement as HTMLElement);

export const whenLoaded = (pfaId: string) => screen.findByRole("rowheader", { name: pfaId });
