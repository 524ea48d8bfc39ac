import type { StateKey } from '@waggle/engine';
import { GroupedRows } from '../sorted/grouped-rows.ts';

/** Members of one group deleted since the last checkpoint. */
interface DeletedMembers<Member> {
  readonly members: Set<Member>;
  /**
   * Every member up to here that lies below is overridden, so reading can begin behind. Without it, taking job after
   * job from the start of a long queue would walk over all taken before.
   */
  overriddenUpTo: Member | undefined;
}

/** What changed in a grouped table since a checkpoint: rows put, and rows below that are deleted. */
export class DirtyGroups<Group extends StateKey, Member extends StateKey, Row> {
  readonly rows = new GroupedRows<Group, Member, Row>();
  readonly #deleted = new Map<Group, DeletedMembers<Member>>();
  #count = 0;

  /** Changes, about: a row put twice counts twice. */
  get count(): number {
    return this.#count;
  }

  isDeleted(group: Group, member: Member): boolean {
    return this.#deleted.size > 0 && this.#deleted.get(group)?.members.has(member) === true;
  }

  /** Whether anything is known of the member here. */
  overrides(group: Group, member: Member): boolean {
    return this.rows.get(group, member) !== undefined || this.isDeleted(group, member);
  }

  hasGroup(group: Group): boolean {
    return this.rows.hasGroup(group) || this.#deleted.has(group);
  }

  put(group: Group, member: Member, row: Row): void {
    this.#count++;
    this.rows.put(group, member, row);
    if (this.#deleted.size > 0) this.#deleted.get(group)?.members.delete(member);
  }

  /** Forgets the member: there is nothing of it below. */
  forget(group: Group, member: Member): void {
    this.rows.delete(group, member);
  }

  /** Deletes a member that is, or may be, below. */
  delete(group: Group, member: Member): void {
    this.#count++;
    this.rows.delete(group, member);
    const deleted = this.#deleted.get(group);
    if (deleted === undefined) this.#deleted.set(group, { members: new Set([member]), overriddenUpTo: undefined });
    else deleted.members.add(member);
  }

  /** Where reading below can begin for someone who wants members behind `after`. */
  startBelow(group: Group, after: Member | undefined): Member | undefined {
    const start = this.#deleted.get(group)?.overriddenUpTo;
    return start === undefined || (after !== undefined && after > start) ? after : start;
  }

  /** All members below up to this one are overridden here. */
  overriddenUpTo(group: Group, member: Member): void {
    const deleted = this.#deleted.get(group);
    if (deleted !== undefined) deleted.overriddenUpTo = member;
  }

  *deletedMembers(): Generator<readonly [Group, Member]> {
    for (const [group, { members }] of this.#deleted) for (const member of members) yield [group, member];
  }

  /** Takes over what changed later. */
  takeOver(later: DirtyGroups<Group, Member, Row>): void {
    for (const [group, member, row] of later.rows.entries()) this.put(group, member, row);
    for (const [group, member] of later.deletedMembers()) this.delete(group, member);
  }
}
