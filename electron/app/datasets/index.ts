export {
  createCatalog,
  type Catalog,
  type CatalogOptions,
  type LoadedTable,
} from './create-catalog.ts';
export type { LoadedDataset } from './describe-dataset.ts';
export { hashBars } from './hash-columns.ts';
