import { strToU8, zipSync } from 'fflate'
import { saveFile } from '@/shared/format/csv'
import { packs } from '@/shared/api/packs'

const DRAFT = 'made-by-hand'

/** Hands what was made on screens to the browser as a zipped draft of a pack; false if there is nothing. */
export async function saveMadeByHand(): Promise<boolean> {
  const { files, items } = await packs.madeByHand(DRAFT)
  if (!Object.values(items).some((count) => count > 0)) return false
  const zipped = zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${DRAFT}/${path}`, strToU8(text)])),
  )
  saveFile(`${DRAFT}.zip`, new Blob([new Uint8Array(zipped)], { type: 'application/zip' }))
  return true
}
