import { documentStages, expectLinear } from './stages.ts';

expectLinear(documentStages);
