import { availableParallelism } from 'node:os';
import { Flags } from '@oclif/core';
import { BaseCommand } from '../cli/base-command.ts';
import { jsonFlag } from '../cli/listing-flags.ts';

export default class Doctor extends BaseCommand {
  static override summary =
    'check Node, configuration, keys, folders and services, and advise on --parallel';
  static override description =
    'Spends nothing and changes nothing. Exits with 0 when no check failed, with 2 when something has to ' +
    'be set right, with 3 when only credentials or quota are at fault.';
  static override examples = [
    { description: 'Check this machine and folder', command: '<%= config.bin %> doctor' },
    { description: 'Ask the services too', command: '<%= config.bin %> doctor --online' },
  ];
  static override flags = {
    online: Flags.boolean({
      summary: 'ask each service in use one question that costs nothing',
      default: false,
    }),
    json: jsonFlag,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Doctor);
    const { runDoctor } = await import('../cli/doctor/run-doctor.ts');
    const { formatDoctor } = await import('../cli/doctor/format-doctor.ts');
    const { createPaint } = await import('../cli/create-paint.ts');
    const { shouldColor } = await import('../cli/should-color.ts');
    const report = await runDoctor({
      cwd: process.cwd(),
      environment: process.env,
      online: flags.online,
      nodeVersion: process.versions.node,
      cores: availableParallelism(),
      signal: new AbortController().signal,
    });
    const paint = createPaint(shouldColor({ isTTY: process.stdout.isTTY, env: process.env }));
    this.print(flags.json ? JSON.stringify(report, null, 2) : formatDoctor(report, paint));
    this.setExitCode(report.exitCode);
  }
}
