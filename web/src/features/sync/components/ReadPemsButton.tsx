import { Button } from "@/shared/ui/Button";
import { Icon } from "@/shared/ui/Icon";
import { Menu, MenuItem } from "@/shared/ui/Menu";
import { Progress } from "@/shared/ui/Progress";
import type { ReadFromPems } from "../hooks/useReadFromPems";
import { readInWords } from "../model/plainWords";

export function ReadPemsButton({ reading }: { reading: ReadFromPems }) {
  const { read, running, progress } = reading;
  if (running) {
    const known = progress?.expectedRows ? progress.rowsRead / progress.expectedRows : null;
    return <Progress label={progress ? readInWords(progress) : "Asking PEMS…"} value={known} />;
  }
  const trigger = (
    <Button>
      <Icon name="download" />
      Read from PEMS
    </Button>
  );
  return (
    <Menu trigger={trigger} onAction={(key) => read(key === "full" ? "full" : "incremental")}>
      <MenuItem id="incremental" hint="What changed in PEMS since the last read">
        Read changes
      </MenuItem>
      <MenuItem id="full" hint="Every record of the organization, compared with what is here">
        Read everything
      </MenuItem>
    </Menu>
  );
}
