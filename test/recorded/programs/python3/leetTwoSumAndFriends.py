"""LeetCode functions: two sum, valid parentheses, merge intervals, rotate, longest substring."""
from typing import List, Optional


class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        seen = {}
        for i, n in enumerate(nums):
            if target - n in seen:
                return [seen[target - n], i]
            seen[n] = i
        return []

    def isValid(self, s: str) -> bool:
        stack, pairs = [], {")": "(", "]": "[", "}": "{"}
        for ch in s:
            if ch in pairs:
                if not stack or stack.pop() != pairs[ch]:
                    return False
            else:
                stack.append(ch)
        return not stack

    def merge(self, intervals: List[List[int]]) -> List[List[int]]:
        out: List[List[int]] = []
        for s, e in sorted(intervals):
            if out and s <= out[-1][1]:
                out[-1][1] = max(out[-1][1], e)
            else:
                out.append([s, e])
        return out

    def lengthOfLongestSubstring(self, s: str) -> int:
        last, start, best = {}, 0, 0
        for i, c in enumerate(s):
            if last.get(c, -1) >= start:
                start = last[c] + 1
            last[c] = i
            best = max(best, i - start + 1)
        return best

    def maxProfit(self, prices: List[int]) -> int:
        low, best = float("inf"), 0
        for p in prices:
            low = min(low, p)
            best = max(best, p - low)
        return best

    def threeSum(self, nums):
        nums.sort()
        return sorted({(a, b, -a - b) for i, a in enumerate(nums) for j, b in enumerate(nums[i + 1:], i + 1) if -a - b in nums[j + 1:]})

    def rotate(self, m: List[List[int]]) -> None:
        m[:] = [list(r) for r in zip(*m[::-1])]

    def findPeak(self, nums: List[int]) -> Optional[int]:
        lo, hi = 0, len(nums) - 1
        while lo < hi:
            mid = (lo + hi) // 2
            if nums[mid] < nums[mid + 1]: lo = mid + 1
            else: hi = mid
        return lo if nums else None


s = Solution()
print(s.twoSum([2, 7, 11, 15], 26), s.twoSum([3, 3], 6), s.twoSum([], 1))
print([s.isValid(p) for p in ("()[]{}", "(]", "([)]", "", "{[]}", "(")])
print(s.merge([[8, 10], [1, 3], [2, 6], [15, 18], [18, 20]]))
print([s.lengthOfLongestSubstring(w) for w in ("abcabcbb", "bbbbb", "pwwkew", "", " ", "abba")])
print(s.maxProfit([7, 1, 5, 3, 6, 4]), s.maxProfit([7, 6]), s.threeSum([-1, 0, 1, 2, -1, -4]))
m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print(s.rotate(m), m, s.findPeak([1, 2, 1, 3, 5, 6, 4]), s.findPeak([]))
print(Solution.merge.__annotations__, Solution.rotate.__annotations__["return"])
