/** What the forms show in the pictures: facts as the application supplies them, by the keys of the forms. */
const digest = start => start.repeat(16).slice(0, 64);
const base = { number: 'REL-2026-0042', title: 'IBAN check refuses closed banks', purpose: 'Payments to closed banks are refused at entry instead of bouncing two days later.', type: 'MINOR', requester: 'Rita Roth', unit: 'iban-check', version: '1.3.0', tag: 'v1.3.0', revisionDigest: digest('4be1c07d'), start: '2026-11-25 20:00 UTC', end: '2026-11-26 04:00 UTC', backoutTarget: 'iban-check 1.2.0', backoutMinutes: 30, pointOfNoReturn: 'After the last wave', rehearsalSeconds: 12, thresholdPercent: 20,
 rfcs: [{ number: 'RFC-1042', title: 'Refuse IBANs of closed banks', criterion: 'An IBAN of a bank closed before today is refused with reason CLOSED' }, { number: 'RFC-1051', title: 'Update the bank directory', criterion: 'The directory of November is used' }],
 objectives: [{ objective: 'Payments to closed banks are refused at entry' }, { objective: 'No valid IBAN is refused' }],
 artefacts: [{ path: 'bin/iban-check', size: '18 432', digest: digest('9c1185a5') }, { path: 'data/banks.csv', size: '220 113', digest: digest('c5e9fc54') }], companions: [{ name: 'sources', digest: digest('3fdba35f') }, { name: 'CHANGELOG.md', digest: digest('2c624232') }],
 testResult: '14 of 14 passed', };
const samples = {
 'confirm-scope': { refusal: 'RFC-1051 was withdrawn since you chose it.', approvedRfcs: [{ label: 'RFC-1042 Refuse IBANs of closed banks', value: 'RFC-1042' }, { label: 'RFC-1051 Update the bank directory', value: 'RFC-1051' }], units: [{ label: 'IBAN check', value: 'iban-check' }], tags: [{ label: 'v1.3.0', value: 'v1.3.0' }], decision: 'SUBMIT' },
 'draft-plan': { returned: 'The window ends after the banks open.', backoutTargets: [{ label: 'iban-check 1.2.0', value: digest('51c8d20e') }] },
 'repair-build': { problem: 'The build of v1.3.0 ended with exit code 2.', commit: '4f2c9d1e7b', logTail: 'cc -o iban-check src/*.c\nsrc/bank.c:42: error: expected \';\' before <EOF>\nmake: *** [Makefile:7: all] Error 1', tags: [{ label: 'v1.3.1', value: 'v1.3.1' }] },
 'judge-tests': { installResult: 'Installed and read back', testLog: 'ok 1 accepts CH93\nok 2 refuses closed bank\n1..14', rehearsalResult: 'Returned to 1.2.0 and verified', environmentDifferences: 'One site instead of three; no load' },
 'accept-for-business': { testVerdict: 'PASS by Tom Tester' },
 'arrange-waves': { refusal: 'Site singapore-dr is in no wave.', strategy: '1 pilot site, then up to 5 sites a wave', sites: [{ id: 'zurich', name: 'Zurich data centre', zone: 'Europe/Zurich', coordinator: 'zoe', disasterRecovery: 'no', installed: '1.2.0' }, { id: 'singapore-dr', name: 'Singapore', zone: 'Asia/Singapore', coordinator: 'zoe', disasterRecovery: 'yes', installed: '1.2.0' }], waves: '1: zurich\n2: new-york, singapore-dr' },
 'give-go-no-go': { tests: [{ gate: 'TEST_VERDICT', decision: 'granted', by: 'tom', at: '2026-11-21 14:02 UTC' }], waves: [{ wave: 1, site: 'zurich', name: 'Zurich data centre', window: '2026-11-25 21:00 – 23:00 CET' }], conditions: [{ condition: 'No freeze', state: 'met' }, { condition: 'Library holds all digests', state: 'met' }] },
 'confirm-readiness': { sites: [{ id: 'zurich', name: 'Zurich data centre', wave: 1, localWindow: '2026-11-25 21:00 – 23:00' }] },
 'sign-audit': { phase: 'After rollout', sites: [{ site: 'zurich', unit: 'iban-check', files: 12, expected: '1.3.0', installed: '1.3.0', verdict: 'ALTERED' }], findings: [{ site: 'zurich', kind: 'ALTERED', path: 'releases/REL-2026-0042/data/banks.csv', expected: digest('51c8d20e').slice(0, 12), found: digest('e07a93bb').slice(0, 12) }] },
 'decide-on-paused-rollout': { why: 'Wave 2: 1 of 2 sites failed (50 % > 20 %).', options: 'Backing out all sites ends the rollout.', targets: [{ site: 'new-york', wave: 2, attempt: 1, state: 'FAILED', reason: 'Digest of bin/iban-check differs after copy' }, { site: 'singapore-dr', wave: 2, attempt: 1, state: 'VERIFIED' }] },
 'repair-site': { targets: [{ site: 'new-york', state: 'BACKOUT_FAILED', reason: 'Disk full' }] },
 'score-objectives': { goal1: 'Payments to closed banks are refused at entry', goal2: 'No valid IBAN is refused', results: [{ result: 'Sites verified', value: '3 of 3' }] },
 'record-lessons': { events: [{ at: '2026-11-21 10:00', event: 'Release submitted', actor: 'rita' }] },
 'review-release': { sites: [{ site: 'zurich', state: 'VERIFIED', installed: '1.3.0' }], scores: [{ objective: 'No valid IBAN is refused', score: 'MET', remark: 'Support saw none', by: 'olga' }], lessons: 'Ask for the disk space of a site before the wave.' },
 'clear-closing': { conditions: [{ condition: 'RFC fulfilled', reason: 'RFC-1051 is not confirmed' }] },
};
samples['remediate-findings'] = samples['sign-audit'];
export const sampleFacts = id => (id === 'start-release' ? {} : { ...base, ...samples[id] });
