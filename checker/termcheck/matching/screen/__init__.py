"""The screen: where in a text which patterns may stand at all, found from few of their words.

It is complete: every form that comparing would find stands at a place that the screen names. So everything else is
never looked at twice.
"""
